-- Between which days a property is forecast: its first arrival, the tenant's today, and how many rooms it has at most.
select (select min(arrival) from fact_booking
        where tenant = :tenant and property_id = :property and confirmed_at is not null) as first,
       (select (max(occurred_at) at time zone coalesce(nullif(p.time_zone, ''), 'UTC'))::date
        from fact_booking_event where tenant = :tenant) as today,
       (select max(arrival) from fact_booking
        where tenant = :tenant and property_id = :property and confirmed_at is not null) as last_arrival,
       (select max(capacity) from (select sum(capacity) as capacity from fact_inventory_day
        where tenant = :tenant and property_id = :property group by date) days) as capacity
from dim_property p
where p.tenant = :tenant and p.property_id = :property
