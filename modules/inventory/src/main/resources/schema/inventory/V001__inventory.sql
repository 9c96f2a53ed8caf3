-- Read models of the inventory, kept by the projection "inventory"; everything here can be rebuilt from the journal.
create table inventory_property (
    tenant     text   not null,
    property_id text  not null,
    revision   bigint not null,
    code       text   not null,
    name       text   not null,
    place      text,
    currency   text   not null,
    time_zone  text   not null,
    room_types jsonb  not null,
    primary key (tenant, property_id)
);
create index inventory_property_code on inventory_property (tenant, code);
comment on table inventory_property is 'The houses of every tenant, as last described.';
comment on column inventory_property.room_types is 'The room types in the order of the description: roomTypeId, code, name, maxGuests.';

create table inventory_room_type (
    tenant        text    not null,
    room_type_id  text    not null,
    revision      bigint  not null,
    property_id   text    not null,
    property_code text    not null,
    code          text    not null,
    name          text    not null,
    max_guests    integer not null,
    primary key (tenant, room_type_id)
);
create index inventory_room_type_property on inventory_room_type (tenant, property_id, code);
comment on table inventory_room_type is 'Room types that are open; revision is the number of events of the room type so far.';

create table inventory_day (
    tenant              text    not null,
    room_type_id        text    not null,
    date                date    not null,
    capacity            integer not null default 0,
    allowance           integer not null default 0,
    sold                integer not null default 0,
    held                integer not null default 0,
    closed              boolean not null default false,
    min_stay            integer not null default 0,
    closed_to_arrival   boolean not null default false,
    closed_to_departure boolean not null default false,
    primary key (tenant, room_type_id, date)
);
comment on table inventory_day is 'One row for each date of a room type about which anything is known.';
comment on column inventory_day.capacity is 'Rooms that exist to sell.';
comment on column inventory_day.allowance is 'Rooms that may be sold beyond capacity, an explicit decision. sold + held never exceeds capacity + allowance.';
comment on column inventory_day.held is 'Rooms taken for a while: by holds, and by changes that are not adopted yet.';
comment on column inventory_day.min_stay is 'Fewest nights of a stay that arrives on the date; 0 for no limit.';

create table inventory_allocation (
    tenant             text    not null,
    room_type_id       text    not null,
    hold_id            text    not null,
    arrival            date    not null,
    departure          date    not null,
    rooms              integer not null,
    expires_at         timestamptz,
    proposed_arrival   date,
    proposed_departure date,
    proposed_rooms     integer,
    primary key (tenant, room_type_id, hold_id)
);
comment on table inventory_allocation is 'Rooms that one line of a booking takes; departure is the day of leaving and is not occupied.';
comment on column inventory_allocation.hold_id is 'The booking and its line, bkg_…/1.';
comment on column inventory_allocation.expires_at is 'Deadline of a hold; null once sold.';
comment on column inventory_allocation.proposed_arrival is 'Nights and rooms that a change keeps beside the sale until it is adopted or withdrawn.';

create table inventory_today (
    tenant      text        not null primary key,
    occurred_at timestamptz not null
);
comment on table inventory_today is 'Latest business time of each tenant: its today, which lies in the past where history was loaded.';
