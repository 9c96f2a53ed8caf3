-- Each check is a view of the rows that break it, so that whoever sees a failure can look at the rows behind it.

create view quality_night_sign as
select tenant, booking_id, nights, room_nights, rooms
from fact_booking
where nights < 0 or room_nights < 0 or rooms < 1;
comment on view quality_night_sign is 'Bookings with negative nights or without a room.';

create view quality_night_count as
select b.tenant, b.booking_id, b.room_nights, count(n.night) as night_rows
from fact_booking b
left join fact_stay_night n using (tenant, booking_id)
group by b.tenant, b.booking_id, b.room_nights, b.confirmed_at
having count(n.night) <> case when b.confirmed_at is null then 0 else b.room_nights end;
comment on view quality_night_count is 'Bookings whose rows in fact_stay_night are not as many as their room nights.';

create view quality_night_revenue as
select b.tenant, b.booking_id, b.total_amount, sum(n.revenue) as night_revenue
from fact_booking b
join fact_stay_night n using (tenant, booking_id)
group by b.tenant, b.booking_id, b.total_amount
having sum(n.revenue) <> b.total_amount;
comment on view quality_night_revenue is 'Bookings whose nightly revenue does not add up to their total.';

create view quality_night_status as
select n.tenant, n.booking_id, n.line, n.night, n.status, b.status as booking_status
from fact_stay_night n
join fact_booking b using (tenant, booking_id)
where n.status not in ('on_books', 'stayed', 'cancelled', 'no_show')
   or (n.status in ('on_books', 'stayed') and not b.is_on_books)
   or (n.status = 'no_show') <> b.is_no_show
   or (b.is_cancelled and n.status <> 'cancelled');
comment on view quality_night_status is 'Nights whose status contradicts the status of their booking.';

create view quality_event_sequence as
select e.tenant, e.booking_id, count(*) as events, max(e.sequence_number) as newest, min(b.version) as version
from fact_booking_event e
left join fact_booking b using (tenant, booking_id)
group by e.tenant, e.booking_id
having count(*) <> max(e.sequence_number) or max(e.sequence_number) is distinct from min(b.version);
comment on view quality_event_sequence is 'Bookings with a gap in their events, or whose row does not show the newest event.';

create view quality_booking_count as
select tenant, booking_id
from fact_booking b
where not exists (select from fact_booking_event e where e.tenant = b.tenant and e.booking_id = b.booking_id)
union all
select tenant, booking_id
from fact_booking_event e
where sequence_number = 1
  and not exists (select from fact_booking b where b.tenant = e.tenant and b.booking_id = e.booking_id);
comment on view quality_booking_count is 'Bookings that are in only one of fact_booking and fact_booking_event.';

create view quality_books as
select tenant, booking_id, sum(movement_nights) as movement_nights, sum(occupied_nights) as occupied_nights,
       sum(movement_revenue) as movement_revenue, sum(occupied_revenue) as occupied_revenue
from (select tenant, booking_id, room_nights as movement_nights, 0 as occupied_nights,
             revenue as movement_revenue, 0 as occupied_revenue
      from fact_night_movement
      union all
      select tenant, booking_id, 0, 1, 0, revenue
      from fact_stay_night
      where status in ('on_books', 'stayed')) books
group by tenant, booking_id
having sum(movement_nights) <> sum(occupied_nights) or sum(movement_revenue) <> sum(occupied_revenue);
comment on view quality_books is 'Bookings whose movements do not add up to the nights that are on the books now.';

create view quality_event_deltas as
select tenant, booking_id, sequence_number, sum(event_nights) as event_nights, sum(movement_nights) as movement_nights
from (select tenant, booking_id, sequence_number, room_nights_delta as event_nights, 0 as movement_nights
      from fact_booking_event
      where room_nights_delta <> 0
      union all
      select tenant, booking_id, sequence_number, 0, room_nights
      from fact_night_movement) deltas
group by tenant, booking_id, sequence_number
having sum(event_nights) <> sum(movement_nights);
comment on view quality_event_deltas is 'Events whose delta of room nights is not the sum of their movements.';

create view quality_orphan_keys as
select 'property' as dimension, tenant, property_id as key
from (select distinct tenant, property_id from fact_booking) f
where not exists (select from dim_property d where d.tenant = f.tenant and d.property_id = f.property_id)
union all
select 'room type', tenant, room_type_id
from (select distinct tenant, room_type_id from fact_stay_night
      union
      select distinct tenant, room_type_id from fact_booking) f
where not exists (select from dim_room_type d where d.tenant = f.tenant and d.room_type_id = f.room_type_id)
union all
select 'channel', tenant, channel
from (select distinct tenant, channel from fact_booking) f
where not exists (select from dim_channel d where d.tenant = f.tenant and d.channel = f.channel)
union all
select 'market', tenant, market
from (select distinct tenant, market from fact_booking where market is not null) f
where not exists (select from dim_market d where d.tenant = f.tenant and d.market = f.market)
union all
select 'country', '', country
from (select distinct country from fact_booking where country is not null) f
where not exists (select from dim_country d where d.country = f.country)
union all
select 'date', tenant, date::text
from (select distinct tenant, night as date from fact_stay_night
      union
      select distinct tenant, arrival from fact_booking) f
where not exists (select from dim_date d where d.date = f.date);
comment on view quality_orphan_keys is 'Keys of facts that their dimension does not have.';

create view quality_freshness as
select sink, split, as_of, updated_at
from pipeline_progress
where coalesce(as_of, updated_at) < clock_timestamp() - interval '60 seconds';
comment on view quality_freshness is 'Writers of the pipeline that are more than a minute behind.';

insert into data_quality_check (name, description, violations_view) values
    ('night-sign', 'No booking has negative nights, and each has at least one room.', 'quality_night_sign'),
    ('night-count', 'A confirmed booking has as many stay nights as room nights; any other has none.', 'quality_night_count'),
    ('night-revenue', 'The revenue of a booking''s nights adds up to its total.', 'quality_night_revenue'),
    ('night-status', 'The status of a night agrees with the status of its booking.', 'quality_night_status'),
    ('event-sequence', 'The events of a booking are numbered without gaps and its row shows the newest.', 'quality_event_sequence'),
    ('booking-count', 'Every booking with events is in fact_booking, and the other way round.', 'quality_booking_count'),
    ('books', 'The movements of a booking add up to its nights on the books.', 'quality_books'),
    ('event-deltas', 'The delta of an event is the sum of its movements.', 'quality_event_deltas'),
    ('orphan-keys', 'Every key of a fact is in its dimension.', 'quality_orphan_keys'),
    ('freshness', 'No writer of the pipeline is more than a minute behind.', 'quality_freshness');
