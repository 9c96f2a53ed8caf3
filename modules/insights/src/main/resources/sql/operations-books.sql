-- One property as its books stood at the end of several days: the nights ahead of each of them, added up. Nights without a
-- known capacity count for prices only.
with days as (
    select :date::date - n as day from generate_series(0, :trend::int - 1) as n
    union all
    select :date::date - :year::int
), inventory as (
    select date, sum(capacity) as capacity
    from fact_inventory_day
    where tenant = :tenant and property_id = any (:properties)
      and date >= :date::date - :year::int and date < :date::date + :ahead::int and capacity > 0
    group by date
), open as (
    select d.day, sum(i.capacity) as capacity
    from days d
    join inventory i on i.date >= d.day and i.date < d.day + :ahead::int
    group by d.day
), books as (
    select d.day,
           sum(m.room_nights) filter (where i.capacity is not null) as sold,
           sum(m.revenue) filter (where i.capacity is not null and m.currency = :currency) as earned,
           sum(m.room_nights) filter (where m.currency = :currency) as priced,
           sum(m.revenue) filter (where m.currency = :currency) as revenue
    from days d
    join fact_night_movement m
      on m.tenant = :tenant and m.property_id = any (:properties)
     and m.night >= d.day and m.night < d.day + :ahead::int
     and m.occurred_on <= d.day + 1 and (m.occurred_at at time zone :zone::text)::date <= d.day
    left join inventory i on i.date = m.night
    group by d.day
)
select days.day,
       coalesce(open.capacity, 0) as capacity,
       coalesce(books.sold, 0) as sold,
       coalesce(books.earned, 0) as earned,
       coalesce(books.priced, 0) as priced,
       coalesce(books.revenue, 0) as revenue
from days
left join open on open.day = days.day
left join books on books.day = days.day
