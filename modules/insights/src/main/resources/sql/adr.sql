-- Average price of an occupied room night (ADR) and revenue per available room night (RevPAR), by bucket of nights.
-- Only revenue in the asked currency, and for the ADR only its nights; for the RevPAR only nights whose capacity is known.
with days as (
    select :from::date + n as day, date_trunc(:bucket::text, (:from::date + n)::timestamp) as bucket
    from generate_series(0, :to::date - :from::date - 1) as n
), inventory as (
    select date, sum(capacity) as capacity
    from fact_inventory_day
    where tenant = :tenant and property_id = any (:properties) and date >= :from and date < :to
    group by date
), occupied as (
    select night,
           count(*) as nights,
           count(*) filter (where currency = :currency) as priced,
           sum(revenue) filter (where currency = :currency) as revenue
    from fact_stay_night
    where tenant = :tenant and property_id = any (:properties) and night >= :from and night < :to
      and status in ('on_books', 'stayed')
    group by night
)
select grouping(bucket) = 1 as is_total,
       min(day) as from_date,
       max(day) + 1 as to_date,
       sum(revenue) / nullif(sum(priced), 0) as adr,
       coalesce(sum(revenue) filter (where capacity > 0), 0) / nullif(sum(capacity), 0) as revpar,
       coalesce(sum(revenue), 0) as revenue,
       coalesce(sum(nights), 0) as room_nights
from days
left join inventory on inventory.date = day
left join occupied on occupied.night = day
group by grouping sets ((bucket), ())
order by is_total, from_date
