-- One property night by night, as its books stood at the end of a day: what could be sold and what was on the books. What was
-- slept in is told as it is known now.
with days as (
    select :from::date + n as day
    from generate_series(0, :to::date - :from::date - 1) as n
), inventory as (
    select date, sum(capacity) as capacity
    from fact_inventory_day
    where tenant = :tenant and property_id = any (:properties) and date >= :from and date < :to
    group by date
), books as (
    select night, sum(room_nights) as sold
    from fact_night_movement
    where tenant = :tenant and property_id = any (:properties) and night >= :from and night < :to
      and occurred_on <= :date::date + 1 and (occurred_at at time zone :zone::text)::date <= :date::date
    group by night
), occupied as (
    select night, count(*) as stayed
    from fact_stay_night
    where tenant = :tenant and property_id = any (:properties) and night >= :from and night < :to and status = 'stayed'
    group by night
)
select day,
       coalesce(capacity, 0) as capacity,
       coalesce(sold, 0) as sold,
       coalesce(stayed, 0) as stayed
from days
left join inventory on inventory.date = day
left join books on books.night = day
left join occupied on occupied.night = day
order by day
