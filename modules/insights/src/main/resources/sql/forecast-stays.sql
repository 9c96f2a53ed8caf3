-- Every stay of a property that was ever on the books: since when, and until when.
with place as (
    select coalesce(nullif(time_zone, ''), 'UTC') as zone
    from dim_property
    where tenant = :tenant and property_id = :property
)
select coalesce(b.deposit_type, '') || '/' || coalesce(b.market, '') || '/' || coalesce(b.customer_type, '') as cohort,
       (b.confirmed_at at time zone place.zone)::date as booked_on,
       b.arrival, b.departure, b.rooms,
       case when b.is_cancelled then (b.cancelled_at at time zone place.zone)::date
            when b.is_no_show then b.arrival end as lost_on
from fact_booking b
cross join place
where b.tenant = :tenant and b.property_id = :property and b.confirmed_at is not null
limit 1000000
