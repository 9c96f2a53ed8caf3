-- What came onto the books and left them, by the day on which it happened in the property's own time. The UTC date narrows
-- the rows down, a day more at each end, before the exact local date decides.
with days as (
    select :from::date + n as day, date_trunc(:bucket::text, (:from::date + n)::timestamp) as bucket
    from generate_series(0, :to::date - :from::date - 1) as n
), moved as (
    select (m.occurred_at at time zone coalesce(nullif(p.time_zone, ''), 'UTC'))::date as day,
           sum(m.room_nights) filter (where m.room_nights > 0) as booked,
           -sum(m.room_nights) filter (where m.room_nights < 0) as cancelled
    from fact_night_movement m
    join dim_property p on p.tenant = m.tenant and p.property_id = m.property_id
    where m.tenant = :tenant and m.property_id = any (:properties)
      and m.occurred_on >= :from::date - 1 and m.occurred_on <= :to::date
    group by 1
), made as (
    select (e.occurred_at at time zone coalesce(nullif(p.time_zone, ''), 'UTC'))::date as day,
           sum(e.bookings_delta) as bookings
    from fact_booking_event e
    join dim_property p on p.tenant = e.tenant and p.property_id = e.property_id
    where e.tenant = :tenant and e.property_id = any (:properties) and e.bookings_delta > 0
      and e.occurred_at >= (:from::date - 1)::timestamp at time zone 'UTC'
      and e.occurred_at < (:to::date + 1)::timestamp at time zone 'UTC'
    group by 1
)
select grouping(bucket) = 1 as is_total,
       min(days.day) as from_date,
       max(days.day) + 1 as to_date,
       coalesce(sum(booked), 0) - coalesce(sum(cancelled), 0) as net,
       coalesce(sum(booked), 0) as booked,
       coalesce(sum(cancelled), 0) as cancelled,
       coalesce(sum(bookings), 0) as bookings
from days
left join moved on moved.day = days.day
left join made on made.day = days.day
group by grouping sets ((bucket), ())
order by is_total, from_date
