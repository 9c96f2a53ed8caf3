-- Occupied nights and what they earned by channel, market or country, and how many of the bookings that were to arrive on the
-- same days were cancelled. What nobody told is 'unknown'.
with nights as (
    select coalesce(case :dimension::text when 'channels' then channel when 'markets' then market else country end,
                    'unknown') as key,
           count(*) as room_nights,
           count(distinct booking_id) as bookings,
           sum(revenue) filter (where currency = :currency) as revenue,
           count(*) filter (where currency = :currency) as priced
    from fact_stay_night
    where tenant = :tenant and property_id = any (:properties) and night >= :from and night < :to
      and status in ('on_books', 'stayed')
    group by 1
), arrivals as (
    select coalesce(case :dimension::text when 'channels' then channel when 'markets' then market else country end,
                    'unknown') as key,
           count(*) as bookings,
           count(*) filter (where is_cancelled) as cancelled
    from fact_booking
    where tenant = :tenant and property_id = any (:properties) and arrival >= :from and arrival < :to
      and confirmed_at is not null
    group by 1
), mixed as (
    select coalesce(n.key, a.key) as key,
           coalesce(n.room_nights, 0) as room_nights,
           coalesce(n.bookings, 0) as bookings,
           n.revenue,
           n.priced,
           a.bookings as arrivals,
           a.cancelled
    from nights n
    full join arrivals a on a.key = n.key
)
select grouping(key) = 1 as is_total,
       key,
       coalesce(case :dimension::text
                    when 'channels' then (select d.name from dim_channel d where d.tenant = :tenant and d.channel = key)
                    when 'markets' then (select d.name from dim_market d where d.tenant = :tenant and d.market = key)
                    else (select d.name from dim_country d where d.country = key)
                end,
                case key when 'unknown' then 'Unknown' else key end) as name,
       coalesce(sum(room_nights), 0) as room_nights,
       sum(room_nights) / nullif((select sum(room_nights) from mixed), 0) as share,
       coalesce(sum(bookings), 0) as bookings,
       coalesce(sum(revenue), 0) as revenue,
       sum(revenue) / nullif(sum(priced), 0) as adr,
       sum(cancelled) / nullif(sum(arrivals), 0) as cancellation_rate,
       coalesce(sum(arrivals), 0) as arrivals,
       coalesce(sum(cancelled), 0) as cancelled,
       coalesce(sum(priced), 0) as priced
from mixed
group by grouping sets ((key), ())
order by is_total, room_nights desc, key
