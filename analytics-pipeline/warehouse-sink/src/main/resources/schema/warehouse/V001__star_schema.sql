-- The star schema. Facts and dimensions carry the ids of the journal as keys, so a row can be followed back to its events;
-- every row is written by key with a version guard, so reading the journal again changes nothing.
-- Times are UTC; a date derived from a time is its UTC date. Amounts are in major units of their currency, exact.

-- Dimensions ---------------------------------------------------------------------------------------------------------

create table dim_date (
    date            date primary key,
    year            smallint not null,
    quarter         smallint not null,
    month           smallint not null,
    month_name      text not null,
    month_start     date not null,
    day_of_month    smallint not null,
    day_of_year     smallint not null,
    iso_year        smallint not null,
    iso_week        smallint not null,
    iso_weekday     smallint not null,
    weekday_name    text not null,
    is_weekend      boolean not null,
    season          text not null
);
comment on table dim_date is 'One row per calendar day, 2013 to 2035. The same for all tenants.';
comment on column dim_date.date is 'The day; the key that every date column of a fact refers to.';
comment on column dim_date.year is 'Calendar year.';
comment on column dim_date.quarter is 'Quarter of the calendar year, 1 to 4.';
comment on column dim_date.month is 'Month of the calendar year, 1 to 12.';
comment on column dim_date.month_name is 'English name of the month.';
comment on column dim_date.month_start is 'First day of the month: group by it to get a series by month.';
comment on column dim_date.day_of_month is 'Day of the month, from 1.';
comment on column dim_date.day_of_year is 'Day of the year, from 1.';
comment on column dim_date.iso_year is 'Year of the ISO 8601 week; differs from year around New Year.';
comment on column dim_date.iso_week is 'ISO 8601 week, 1 to 53.';
comment on column dim_date.iso_weekday is 'Day of the week, Monday 1 to Sunday 7.';
comment on column dim_date.weekday_name is 'English name of the day of the week.';
comment on column dim_date.is_weekend is 'Whether the night belongs to the leisure weekend: Friday or Saturday.';
comment on column dim_date.season is 'Meteorological season of the northern hemisphere: winter, spring, summer, autumn.';

create table dim_country (
    country         text primary key,
    alpha3          text not null,
    name            text not null
);
comment on table dim_country is 'Countries of ISO 3166. The same for all tenants. A code that ISO does not know is added as it is met, named by itself.';
comment on column dim_country.country is 'ISO 3166 alpha-2 code; the key that facts refer to.';
comment on column dim_country.alpha3 is 'ISO 3166 alpha-3 code.';
comment on column dim_country.name is 'English name.';

create table dim_property (
    tenant          text not null,
    property_id     text not null,
    code            text not null,
    name            text not null,
    place           text,
    currency        text not null,
    time_zone       text not null,
    version         bigint not null,
    primary key (tenant, property_id)
);
comment on table dim_property is 'Houses that sell rooms, as they are described now.';
comment on column dim_property.tenant is 'Whose data it is.';
comment on column dim_property.property_id is 'Id of the property; the key that facts refer to.';
comment on column dim_property.code is 'Code of the property with its channels.';
comment on column dim_property.name is 'Name of the property.';
comment on column dim_property.place is 'Where it is.';
comment on column dim_property.currency is 'ISO 4217 currency of its prices; empty while only a booking has mentioned the property.';
comment on column dim_property.time_zone is 'IANA time zone; empty while only a booking has mentioned the property.';
comment on column dim_property.version is 'Number of the property''s event that this row shows; 0 while only a booking has mentioned the property.';

create table dim_room_type (
    tenant          text not null,
    room_type_id    text not null,
    property_id     text not null,
    code            text not null,
    name            text not null,
    max_guests      smallint,
    version         bigint not null,
    primary key (tenant, room_type_id)
);
comment on table dim_room_type is 'Room types of every property, as they are described now.';
comment on column dim_room_type.tenant is 'Whose data it is.';
comment on column dim_room_type.room_type_id is 'Id of the room type; the key that facts refer to.';
comment on column dim_room_type.property_id is 'The property that has it.';
comment on column dim_room_type.code is 'Code of the room type with its channels.';
comment on column dim_room_type.name is 'Name of the room type.';
comment on column dim_room_type.max_guests is 'Most guests a room of this type takes.';
comment on column dim_room_type.version is 'Number of the property''s event that this row shows; 0 while the property has not described it.';

create table dim_channel (
    tenant          text not null,
    channel         text not null,
    name            text not null,
    primary key (tenant, channel)
);
comment on table dim_channel is 'Sales channels, added as bookings mention them.';
comment on column dim_channel.tenant is 'Whose data it is.';
comment on column dim_channel.channel is 'The channel as bookings name it; the key that facts refer to.';
comment on column dim_channel.name is 'Readable name.';

create table dim_market (
    tenant          text not null,
    market          text not null,
    name            text not null,
    primary key (tenant, market)
);
comment on table dim_market is 'Market segments, added as bookings mention them.';
comment on column dim_market.tenant is 'Whose data it is.';
comment on column dim_market.market is 'The market segment as bookings name it; the key that facts refer to.';
comment on column dim_market.name is 'Readable name.';

-- Facts --------------------------------------------------------------------------------------------------------------

create table fact_booking (
    tenant                  text not null,
    booking_id              text not null,
    version                 bigint not null,
    status                  text not null,
    is_on_books             boolean not null,
    is_cancelled            boolean not null,
    is_no_show              boolean not null,
    is_stayed               boolean not null,
    property_id             text not null,
    room_type_id            text not null,
    assigned_room_type_code text,
    channel                 text not null,
    market                  text,
    country                 text,
    connection              text,
    reference               text,
    customer_type           text,
    agent                   text,
    company                 text,
    meal                    text,
    rate_plan               text,
    deposit_type            text,
    policy_code             text,
    booked_at               timestamptz not null,
    booked_on               date not null,
    arrival                 date not null,
    departure               date not null,
    lead_days               integer not null generated always as (arrival - booked_on) stored,
    nights                  integer not null generated always as (departure - arrival) stored,
    rooms                   integer not null,
    room_nights             integer not null,
    adults                  integer not null,
    children                integer not null,
    infants                 integer not null,
    total_amount            numeric not null,
    currency                text not null,
    adr                     numeric generated always as
                                (case when room_nights > 0 then round(total_amount / room_nights, 4) end) stored,
    changes                 integer not null,
    special_requests        integer not null,
    parking_spaces          integer not null,
    confirmed_at            timestamptz,
    changed_at              timestamptz,
    cancelled_at            timestamptz,
    checked_in_at           timestamptz,
    checked_out_at          timestamptz,
    departed_on             date,
    no_show_at              timestamptz,
    refusal                 text,
    updated_at              timestamptz not null,
    recorded_at             timestamptz not null,
    loaded_at               timestamptz not null default clock_timestamp(),
    primary key (tenant, booking_id)
);
create index fact_booking_arrival on fact_booking (tenant, arrival);
create index fact_booking_booked_on on fact_booking (tenant, booked_on);
create index fact_booking_updated_at on fact_booking (tenant, updated_at);
comment on table fact_booking is 'One row per booking: what it is now. Its past is in fact_booking_event and fact_night_movement.';
comment on column fact_booking.tenant is 'Whose data it is.';
comment on column fact_booking.booking_id is 'Id of the booking.';
comment on column fact_booking.version is 'Number of the booking''s event that this row shows; also the version of its search document.';
comment on column fact_booking.status is 'requested, held, confirmed, changing, cancelled, refused, expired, checked-in, checked-out or no-show.';
comment on column fact_booking.is_on_books is 'Whether it counts as sold: confirmed, changing, checked-in or checked-out.';
comment on column fact_booking.is_cancelled is 'Whether it was called off after it was made.';
comment on column fact_booking.is_no_show is 'Whether the guest never came.';
comment on column fact_booking.is_stayed is 'Whether the guest has arrived: checked-in or checked-out.';
comment on column fact_booking.property_id is 'The house; key of dim_property.';
comment on column fact_booking.room_type_id is 'Room type of the first room as booked; key of dim_room_type. Every room of the booking is in fact_stay_night.';
comment on column fact_booking.assigned_room_type_code is 'Code of the room type that the guest was given at check-in.';
comment on column fact_booking.channel is 'Sales channel; key of dim_channel.';
comment on column fact_booking.market is 'Market segment; key of dim_market.';
comment on column fact_booking.country is 'Where the guest comes from; key of dim_country. Often known only at check-in.';
comment on column fact_booking.connection is 'Channel connection that brought it; null for our own API.';
comment on column fact_booking.reference is 'The seller''s own number of the booking.';
comment on column fact_booking.customer_type is 'Kind of customer as the seller names it.';
comment on column fact_booking.agent is 'Travel agent as the seller numbers it.';
comment on column fact_booking.company is 'Company that pays, as the seller numbers it.';
comment on column fact_booking.meal is 'Board of the first room: BB, HB, FB, SC or AI.';
comment on column fact_booking.rate_plan is 'Rate plan of the first room.';
comment on column fact_booking.deposit_type is 'Deposit agreed at the sale.';
comment on column fact_booking.policy_code is 'Cancellation policy agreed at the sale.';
comment on column fact_booking.booked_at is 'When it was requested, in business time.';
comment on column fact_booking.booked_on is 'UTC date of booked_at; key of dim_date.';
comment on column fact_booking.arrival is 'First day of the stay; key of dim_date.';
comment on column fact_booking.departure is 'Last day of the stay; key of dim_date.';
comment on column fact_booking.lead_days is 'Days from booking to arrival.';
comment on column fact_booking.nights is 'Length of stay: days from arrival to departure; 0 for day use.';
comment on column fact_booking.rooms is 'Number of rooms.';
comment on column fact_booking.room_nights is 'Sum of the booked nights of all rooms.';
comment on column fact_booking.adults is 'Adults of all rooms.';
comment on column fact_booking.children is 'Children of all rooms.';
comment on column fact_booking.infants is 'Children under two of all rooms.';
comment on column fact_booking.total_amount is 'Price of the whole stay, taxes included; negative where the house owes a credit.';
comment on column fact_booking.currency is 'ISO 4217 currency of the price.';
comment on column fact_booking.adr is 'Price of one room night; null for day use.';
comment on column fact_booking.changes is 'How often it was changed.';
comment on column fact_booking.special_requests is 'Number of special requests.';
comment on column fact_booking.parking_spaces is 'Number of parking spaces asked for.';
comment on column fact_booking.confirmed_at is 'When it was confirmed.';
comment on column fact_booking.changed_at is 'When it was last changed.';
comment on column fact_booking.cancelled_at is 'When it was cancelled.';
comment on column fact_booking.checked_in_at is 'When the guest arrived.';
comment on column fact_booking.checked_out_at is 'When the guest left.';
comment on column fact_booking.departed_on is 'Day of leaving; before departure where the guest left early.';
comment on column fact_booking.no_show_at is 'When the house gave up waiting for the guest.';
comment on column fact_booking.refusal is 'Why rooms could not be had, where it was refused.';
comment on column fact_booking.updated_at is 'Business time of its newest event.';
comment on column fact_booking.recorded_at is 'When its newest event was written to the journal.';
comment on column fact_booking.loaded_at is 'When this row was written.';

create table fact_booking_event (
    tenant              text not null,
    booking_id          text not null,
    sequence_number     bigint not null,
    tx_id               bigint not null,
    ordering            bigint not null,
    type                text not null,
    status              text not null,
    occurred_at         timestamptz not null,
    occurred_on         date not null,
    recorded_at         timestamptz not null,
    actor               text not null,
    source              text not null,
    reason              text,
    property_id         text not null,
    room_type_id        text not null,
    channel             text not null,
    market              text,
    country             text,
    arrival             date not null,
    departure           date not null,
    bookings_delta      integer not null,
    room_nights_delta   integer not null,
    revenue_delta       numeric not null,
    currency            text not null,
    primary key (tenant, booking_id, sequence_number)
);
create unique index fact_booking_event_ordering on fact_booking_event (ordering);
create index fact_booking_event_position on fact_booking_event (tenant, tx_id, ordering);
create index fact_booking_event_occurred_at on fact_booking_event (tenant, occurred_at);
comment on table fact_booking_event is 'One row per journal event of a booking, never changed. Sums of the deltas up to a time give the books as of that time.';
comment on column fact_booking_event.tenant is 'Whose data it is.';
comment on column fact_booking_event.booking_id is 'Id of the booking.';
comment on column fact_booking_event.sequence_number is 'Number of the event within its booking, from 1, without gaps.';
comment on column fact_booking_event.tx_id is 'Transaction that wrote it to the journal: with ordering the event''s place in the journal.';
comment on column fact_booking_event.ordering is 'Number of the journal row.';
comment on column fact_booking_event.type is 'Name of the event without its version, such as booking.confirmed.';
comment on column fact_booking_event.status is 'Status of the booking after the event.';
comment on column fact_booking_event.occurred_at is 'When it happened, in business time.';
comment on column fact_booking_event.occurred_on is 'UTC date of occurred_at; key of dim_date.';
comment on column fact_booking_event.recorded_at is 'When it was written to the journal.';
comment on column fact_booking_event.actor is 'Who did it: an API key, a channel connection or a process.';
comment on column fact_booking_event.source is 'The kind of edge it came through: http, alpinebits, process or timer.';
comment on column fact_booking_event.reason is 'Why, where the actor or the event says so.';
comment on column fact_booking_event.property_id is 'The house, as of the event; key of dim_property.';
comment on column fact_booking_event.room_type_id is 'Room type of the first room, as of the event; key of dim_room_type.';
comment on column fact_booking_event.channel is 'Sales channel; key of dim_channel.';
comment on column fact_booking_event.market is 'Market segment; key of dim_market.';
comment on column fact_booking_event.country is 'Country of the guest as known at the event; key of dim_country.';
comment on column fact_booking_event.arrival is 'First day of the stay, as of the event.';
comment on column fact_booking_event.departure is 'Last day of the stay, as of the event.';
comment on column fact_booking_event.bookings_delta is 'What the event adds to the number of bookings on the books: 1, 0 or -1.';
comment on column fact_booking_event.room_nights_delta is 'What it adds to the room nights on the books.';
comment on column fact_booking_event.revenue_delta is 'What it adds to the revenue on the books.';
comment on column fact_booking_event.currency is 'ISO 4217 currency of revenue_delta.';

create table fact_stay_night (
    tenant          text not null,
    booking_id      text not null,
    line            integer not null,
    night           date not null,
    status          text not null,
    property_id     text not null,
    room_type_id    text not null,
    channel         text not null,
    market          text,
    country         text,
    adults          integer not null,
    children        integer not null,
    infants         integer not null,
    revenue         numeric not null,
    currency        text not null,
    booked_on       date not null,
    lead_days       integer not null generated always as (night - booked_on) stored,
    version         bigint not null,
    primary key (tenant, booking_id, line, night)
);
create index fact_stay_night_night on fact_stay_night (tenant, property_id, night);
comment on table fact_stay_night is 'One row per booking, room and night, as booked now. Bookings that were refused, or never confirmed, have none.';
comment on column fact_stay_night.tenant is 'Whose data it is.';
comment on column fact_stay_night.booking_id is 'Id of the booking.';
comment on column fact_stay_night.line is 'Number of the room within the booking, from 1.';
comment on column fact_stay_night.night is 'Day on whose evening the night begins; key of dim_date.';
comment on column fact_stay_night.status is 'on_books: sold, guest not here yet. stayed: guest is or was here. cancelled: called off, or given back by leaving early. no_show: guest never came. Occupied means on_books or stayed.';
comment on column fact_stay_night.property_id is 'The house; key of dim_property.';
comment on column fact_stay_night.room_type_id is 'Room type as booked; key of dim_room_type.';
comment on column fact_stay_night.channel is 'Sales channel; key of dim_channel.';
comment on column fact_stay_night.market is 'Market segment; key of dim_market.';
comment on column fact_stay_night.country is 'Where the guest comes from; key of dim_country.';
comment on column fact_stay_night.adults is 'Adults in the room.';
comment on column fact_stay_night.children is 'Children in the room.';
comment on column fact_stay_night.infants is 'Children under two in the room.';
comment on column fact_stay_night.revenue is 'The night''s share of the booking''s total. Shares differ by at most one cent and always add up to the total; a night given back by leaving early has no share.';
comment on column fact_stay_night.currency is 'ISO 4217 currency of the revenue.';
comment on column fact_stay_night.booked_on is 'UTC date on which the booking was made.';
comment on column fact_stay_night.lead_days is 'Days from booking to this night.';
comment on column fact_stay_night.version is 'Number of the booking''s event that last changed this row.';

create table fact_night_movement (
    tenant          text not null,
    booking_id      text not null,
    sequence_number bigint not null,
    night           date not null,
    room_type_id    text not null,
    property_id     text not null,
    channel         text not null,
    market          text,
    occurred_at     timestamptz not null,
    occurred_on     date not null,
    room_nights     integer not null,
    revenue         numeric not null,
    currency        text not null,
    primary key (tenant, booking_id, sequence_number, night, room_type_id, currency)
);
create index fact_night_movement_night on fact_night_movement (tenant, property_id, night, occurred_on);
create index fact_night_movement_occurred_on on fact_night_movement (tenant, occurred_on);
comment on table fact_night_movement is 'What each event put on the books or took off them, by night. The sum of all movements of a night up to a day is what was on the books for that night on that day: the basis of pick-up and forecasts. Never changed.';
comment on column fact_night_movement.tenant is 'Whose data it is.';
comment on column fact_night_movement.booking_id is 'Id of the booking.';
comment on column fact_night_movement.sequence_number is 'Number of the event within its booking.';
comment on column fact_night_movement.night is 'The night that was sold or given back; key of dim_date.';
comment on column fact_night_movement.room_type_id is 'Room type; key of dim_room_type.';
comment on column fact_night_movement.property_id is 'The house; key of dim_property.';
comment on column fact_night_movement.channel is 'Sales channel; key of dim_channel.';
comment on column fact_night_movement.market is 'Market segment; key of dim_market.';
comment on column fact_night_movement.occurred_at is 'When it happened, in business time.';
comment on column fact_night_movement.occurred_on is 'UTC date of occurred_at; key of dim_date.';
comment on column fact_night_movement.room_nights is 'Rooms added to that night; negative where they were given back.';
comment on column fact_night_movement.revenue is 'Revenue added to that night; negative where it was given back.';
comment on column fact_night_movement.currency is 'ISO 4217 currency of the revenue.';

create table fact_inventory_day (
    tenant              text not null,
    room_type_id        text not null,
    date                date not null,
    property_id         text not null,
    capacity            integer not null,
    allowance           integer not null,
    closed              boolean not null,
    min_stay            integer not null,
    closed_to_arrival   boolean not null,
    closed_to_departure boolean not null,
    version             bigint not null,
    primary key (tenant, room_type_id, date)
);
create index fact_inventory_day_date on fact_inventory_day (tenant, property_id, date);
comment on table fact_inventory_day is 'One row per room type and day whose calendar was ever set: what can be sold, as set now. The denominator of occupancy and RevPAR.';
comment on column fact_inventory_day.tenant is 'Whose data it is.';
comment on column fact_inventory_day.room_type_id is 'Room type; key of dim_room_type.';
comment on column fact_inventory_day.date is 'The day on whose evening the night begins; key of dim_date.';
comment on column fact_inventory_day.property_id is 'The house; key of dim_property.';
comment on column fact_inventory_day.capacity is 'Rooms that physically can be sold.';
comment on column fact_inventory_day.allowance is 'Rooms that may be sold beyond capacity.';
comment on column fact_inventory_day.closed is 'Whether nothing may be sold.';
comment on column fact_inventory_day.min_stay is 'Fewest nights of a stay that arrives on the day; 0 for no limit.';
comment on column fact_inventory_day.closed_to_arrival is 'Whether no stay may begin on the day.';
comment on column fact_inventory_day.closed_to_departure is 'Whether no stay may end on the day.';
comment on column fact_inventory_day.version is 'Number of the room type''s event that last changed this row.';

create table fact_channel_message (
    tenant          text not null,
    message_id      text not null,
    ordering        bigint not null,
    connection      text,
    action          text,
    direction       text not null,
    hotel_code      text,
    remote_ids      text[] not null,
    outcome         text not null,
    http_status     integer,
    error_code      text,
    reason          text,
    bytes           bigint,
    duration_micros bigint,
    occurred_at     timestamptz not null,
    occurred_on     date not null,
    received_at     timestamptz not null,
    request_id      text,
    primary key (tenant, message_id)
);
create index fact_channel_message_received_at on fact_channel_message (tenant, received_at);
comment on table fact_channel_message is 'One row per message exchanged with a channel.';
comment on column fact_channel_message.tenant is 'Whose data it is; empty where the sender could not be told.';
comment on column fact_channel_message.message_id is 'Id of the message.';
comment on column fact_channel_message.ordering is 'Number of the message, in order of arrival.';
comment on column fact_channel_message.connection is 'The channel connection.';
comment on column fact_channel_message.action is 'What the message asks for, as the channel''s protocol names it.';
comment on column fact_channel_message.direction is 'in: received; out: sent.';
comment on column fact_channel_message.hotel_code is 'Code of the property.';
comment on column fact_channel_message.remote_ids is 'The channel''s own numbers of the bookings in the message.';
comment on column fact_channel_message.outcome is 'success, advisory, warning, error or refused.';
comment on column fact_channel_message.http_status is 'Status of the HTTP answer.';
comment on column fact_channel_message.error_code is 'Code of the error, as the channel''s protocol numbers it.';
comment on column fact_channel_message.reason is 'Why it was not a success.';
comment on column fact_channel_message.bytes is 'Size of the message.';
comment on column fact_channel_message.duration_micros is 'Time from receipt to answer, in microseconds.';
comment on column fact_channel_message.occurred_at is 'When it happened, in business time.';
comment on column fact_channel_message.occurred_on is 'UTC date of occurred_at; key of dim_date.';
comment on column fact_channel_message.received_at is 'When it was received.';
comment on column fact_channel_message.request_id is 'Id of the HTTP request, as in the log.';
