-- Read model of bookings, kept by the projection "booking-overview"; it can be rebuilt from the journal.
create table booking_overview (
    tenant                  text        not null,
    booking_id              text        not null,
    revision                bigint      not null,
    status                  text        not null,
    property_id             text        not null,
    property_code           text        not null,
    channel                 text        not null,
    connection              text,
    reference               text,
    market                  text,
    customer_type           text,
    agent                   text,
    company                 text,
    country                 text,
    policy_code             text,
    deposit_type            text,
    arrival                 date        not null,
    departure               date        not null,
    nights                  integer     not null,
    rooms                   integer     not null,
    room_nights             integer     not null,
    adults                  integer     not null,
    children                integer     not null,
    infants                 integer     not null,
    total_minor             bigint      not null,
    currency                text        not null,
    special_requests        integer     not null,
    parking_spaces          integer     not null,
    assigned_room_type_code text,
    departed_on             date,
    hold_expires_at         timestamptz,
    cancelled_at            timestamptz,
    subject                 text        not null,
    booked_at               timestamptz not null,
    updated_at              timestamptz not null,
    state                   jsonb       not null,
    primary key (tenant, booking_id)
);
create index booking_overview_newest on booking_overview (tenant, booked_at desc, booking_id desc);
create index booking_overview_arrival on booking_overview (tenant, property_id, arrival);
create index booking_overview_due on booking_overview (hold_expires_at) where status = 'held';

comment on table booking_overview is 'Every booking as it is now, without readable personal data.';
comment on column booking_overview.revision is 'Number of events of the booking so far.';
comment on column booking_overview.status is 'requested, held, confirmed, changing, cancelled, refused, expired, checked-in, checked-out or no-show.';
comment on column booking_overview.nights is 'From the first arrival to the last departure.';
comment on column booking_overview.room_nights is 'Nights of all rooms together.';
comment on column booking_overview.total_minor is 'Price of the whole stay in the currency''s minor unit.';
comment on column booking_overview.hold_expires_at is 'Deadline of a hold that is not confirmed yet.';
comment on column booking_overview.subject is 'Whose personal data is sealed in the booking.';
comment on column booking_overview.booked_at is 'Business time of the request.';
comment on column booking_overview.state is 'The booking''s state as its rules know it; guests and remarks are sealed in it.';

-- Not a read model: a record of its own, which no rebuild touches.
create table guest_opening (
    tenant     text        not null,
    booking_id text        not null,
    subject    text        not null,
    actor      text        not null,
    request_id text        not null,
    opened_at  timestamptz not null default clock_timestamp()
);
create index guest_opening_subject on guest_opening (tenant, subject, opened_at);
comment on table guest_opening is 'Who opened whose personal data, and when; what was in it is not repeated here.';
