-- How long guests stay: bookings on the books that arrive on these days. The last row is open; 0 nights is day use.
with bins (nights) as (
    select n from generate_series(0, 14) as n
), stays as (
    select nights, room_nights, total_amount, currency
    from fact_booking
    where tenant = :tenant and property_id = any (:properties) and arrival >= :from and arrival < :to and is_on_books
)
select grouping(bins.nights) = 1 as is_total,
       bins.nights::text as key,
       case when bins.nights = 14 then '14 nights or more'
            when bins.nights = 1 then '1 night'
            when bins.nights = 0 then 'Day use'
            else bins.nights || ' nights' end as name,
       count(stays.nights) as bookings,
       count(stays.nights)::numeric / nullif((select count(*) from stays), 0) as share,
       coalesce(sum(room_nights), 0) as room_nights,
       sum(total_amount) filter (where currency = :currency)
           / nullif(sum(room_nights) filter (where currency = :currency), 0) as adr,
       avg(stays.nights) as mean_nights
from bins
left join stays on least(stays.nights, 14) = bins.nights
group by grouping sets ((bins.nights), ())
order by is_total, bins.nights
