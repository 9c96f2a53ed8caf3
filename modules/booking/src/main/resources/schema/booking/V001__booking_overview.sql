create table booking_overview (
    tenant       text        not null,
    booking_id   text        not null,
    revision     bigint      not null,
    status       text        not null,
    before_change text,
    property_id  text        not null,
    channel      text        not null,
    arrival      date        not null,
    departure    date        not null,
    total_minor  bigint      not null,
    currency     text        not null,
    hold_expires timestamptz,
    booked_at    timestamptz not null,
    updated_at   timestamptz not null,
    primary key (tenant, booking_id)
);
create index booking_overview_arrival on booking_overview (tenant, arrival desc, booking_id desc);
create index booking_overview_property on booking_overview (tenant, property_id, arrival desc, booking_id desc);
create index booking_overview_hold on booking_overview (hold_expires) where hold_expires is not null;
comment on table booking_overview is 'One row per booking, for lists and for the sweeper of expired holds; rebuilt from the journal at any time.';
comment on column booking_overview.revision is 'Number of the booking''s last event that this row shows.';
comment on column booking_overview.before_change is 'Status to go back to when the change that is under way is refused.';
comment on column booking_overview.total_minor is 'Total in the minor unit of the currency.';
comment on column booking_overview.hold_expires is 'Deadline of the hold, while the booking is held.';
