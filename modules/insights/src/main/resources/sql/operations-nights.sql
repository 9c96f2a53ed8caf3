-- One property night by night: what could be sold, what was, what was slept in, what it earned.
with days as (
    select :from::date + n as day
    from generate_series(0, :to::date - :from::date - 1) as n
), inventory as (
    select date, sum(capacity) as capacity
    from fact_inventory_day
    where tenant = :tenant and property_id = any (:properties) and date >= :from and date < :to
    group by date
), occupied as (
    select night,
           count(*) as sold,
           count(*) filter (where status = 'stayed') as stayed,
           count(*) filter (where currency = :currency) as priced,
           sum(revenue) filter (where currency = :currency) as revenue
    from fact_stay_night
    where tenant = :tenant and property_id = any (:properties) and night >= :from and night < :to
      and status in ('on_books', 'stayed')
    group by night
)
select day,
       coalesce(capacity, 0) as capacity,
       coalesce(sold, 0) as sold,
       coalesce(stayed, 0) as stayed,
       coalesce(priced, 0) as priced,
       coalesce(revenue, 0) as revenue
from days
left join inventory on inventory.date = day
left join occupied on occupied.night = day
order by day
