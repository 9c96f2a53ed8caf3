-- What one tenant has missed.
select *
from reservation_feed
where tenant = :tenant
  and (:property::text = '' or property_id = :property::text or property_code = :property::text)
  and (loaded_tx, ordering) > (:tx::text::xid8, :ordering::bigint)
  and loaded_tx < pg_snapshot_xmin(pg_current_snapshot())
order by loaded_tx, ordering
limit :limit
