-- One property by the day on which it happened, in the property's own time: room nights booked minus given back.
select (occurred_at at time zone :zone::text)::date as day, sum(room_nights) as net
from fact_night_movement
where tenant = :tenant and property_id = any (:properties)
  and occurred_on >= :from::date - 1 and occurred_on <= :to::date
group by 1
order by 1
