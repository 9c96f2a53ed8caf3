-- What became of the bookings that were ever confirmed, by day of arrival.
with days as (
    select :from::date + n as day, date_trunc(:bucket::text, (:from::date + n)::timestamp) as bucket
    from generate_series(0, :to::date - :from::date - 1) as n
), arrivals as (
    select arrival,
           count(*) as bookings,
           count(*) filter (where is_cancelled) as cancelled,
           count(*) filter (where is_no_show) as no_show,
           sum(total_amount) filter (where (is_cancelled or is_no_show) and currency = :currency) as lost_revenue
    from fact_booking
    where tenant = :tenant and property_id = any (:properties) and arrival >= :from and arrival < :to
      and confirmed_at is not null
    group by arrival
)
select grouping(bucket) = 1 as is_total,
       min(day) as from_date,
       max(day) + 1 as to_date,
       sum(cancelled) / nullif(sum(bookings), 0) as cancellation_rate,
       sum(no_show) / nullif(sum(bookings), 0) as no_show_rate,
       coalesce(sum(bookings), 0) as bookings,
       coalesce(sum(cancelled), 0) as cancelled,
       coalesce(sum(no_show), 0) as no_show,
       coalesce(sum(lost_revenue), 0) as lost_revenue
from days
left join arrivals on arrivals.arrival = day
group by grouping sets ((bucket), ())
order by is_total, from_date
