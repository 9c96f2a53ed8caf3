-- The newest events of one property among those that happened in the month that ends with a day, in its own time.
with happened as (
    select ordering
    from fact_booking_event
    where tenant = :tenant and property_id = :property
      and occurred_at >= (:date::date - 30)::timestamp at time zone :zone::text
      and occurred_at < (:date::date + 1)::timestamp at time zone :zone::text
)
select f.*
from reservation_feed f
join happened on happened.ordering = f.ordering
where f.tenant = :tenant and f.loaded_tx < pg_snapshot_xmin(pg_current_snapshot())
order by f.occurred_at desc, f.loaded_tx desc, f.ordering desc
limit :limit
