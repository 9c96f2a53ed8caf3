-- How long before arrival bookings were made: those that were ever confirmed, made on these days in the property's own time.
with bins (from_days, to_days) as (
    values (0, 1), (2, 3), (4, 7), (8, 14), (15, 30), (31, 60), (61, 90), (91, 180), (181, 365), (366, null)
), made as (
    select (b.booked_at at time zone coalesce(nullif(p.time_zone, ''), 'UTC'))::date as booked_day, b.*
    from fact_booking b
    join dim_property p on p.tenant = b.tenant and p.property_id = b.property_id
    where b.tenant = :tenant and b.property_id = any (:properties) and b.confirmed_at is not null
      and b.booked_on >= :from::date - 1 and b.booked_on <= :to::date
), led as (
    select greatest(arrival - booked_day, 0) as lead, is_cancelled, is_on_books, total_amount, room_nights, currency
    from made
    where booked_day >= :from and booked_day < :to
)
select grouping(from_days) = 1 as is_total,
       from_days::text as key,
       from_days,
       to_days,
       case when to_days is null then from_days || ' days or more' else from_days || ' to ' || to_days || ' days' end as name,
       count(lead) as bookings,
       count(lead)::numeric / nullif((select count(*) from led), 0) as share,
       count(*) filter (where is_cancelled)::numeric / nullif(count(lead), 0) as cancellation_rate,
       sum(total_amount) filter (where is_on_books and currency = :currency)
           / nullif(sum(room_nights) filter (where is_on_books and currency = :currency), 0) as adr,
       percentile_disc(0.5) within group (order by lead) as median_days
from bins
left join led on lead >= from_days and (to_days is null or lead <= to_days)
group by grouping sets ((from_days, to_days), ())
order by is_total, from_days
