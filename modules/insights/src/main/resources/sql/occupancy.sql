-- Occupied room nights against capacity, by bucket of nights. A night whose capacity nobody has set is in room_nights, but
-- not in the occupancy: there is nothing to divide it by.
with days as (
    select :from::date + n as day, date_trunc(:bucket::text, (:from::date + n)::timestamp) as bucket
    from generate_series(0, :to::date - :from::date - 1) as n
), inventory as (
    select date, sum(capacity) as capacity
    from fact_inventory_day
    where tenant = :tenant and property_id = any (:properties) and date >= :from and date < :to
    group by date
), occupied as (
    select night, count(*) as nights
    from fact_stay_night
    where tenant = :tenant and property_id = any (:properties) and night >= :from and night < :to
      and status in ('on_books', 'stayed')
    group by night
)
select grouping(bucket) = 1 as is_total,
       min(day) as from_date,
       max(day) + 1 as to_date,
       coalesce(sum(nights) filter (where capacity > 0), 0) / nullif(sum(capacity), 0) as occupancy,
       coalesce(sum(nights), 0) as room_nights,
       coalesce(sum(capacity), 0) as capacity,
       coalesce(sum(greatest(capacity - coalesce(nights, 0), 0)), 0) as free
from days
left join inventory on inventory.date = day
left join occupied on occupied.night = day
group by grouping sets ((bucket), ())
order by is_total, from_date
