-- What occupied nights earned, by month of the night.
with days as (
    select :from::date + n as day, date_trunc(:bucket::text, (:from::date + n)::timestamp) as bucket
    from generate_series(0, :to::date - :from::date - 1) as n
), occupied as (
    select night, booking_id, revenue, currency = :currency as priced
    from fact_stay_night
    where tenant = :tenant and property_id = any (:properties) and night >= :from and night < :to
      and status in ('on_books', 'stayed')
)
select grouping(bucket) = 1 as is_total,
       min(day) as from_date,
       max(day) + 1 as to_date,
       coalesce(sum(revenue) filter (where priced), 0) as revenue,
       count(night) as room_nights,
       sum(revenue) filter (where priced) / nullif(count(night) filter (where priced), 0) as adr,
       count(distinct booking_id) as bookings
from days
left join occupied on occupied.night = day
group by grouping sets ((bucket), ())
order by is_total, from_date
