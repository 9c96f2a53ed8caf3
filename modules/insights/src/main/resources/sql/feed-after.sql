-- The next events of all tenants, in the order in which they were written here.
select *
from reservation_feed
where (loaded_tx, ordering) > (:tx::text::xid8, :ordering::bigint)
  and loaded_tx < pg_snapshot_xmin(pg_current_snapshot())
order by loaded_tx, ordering
limit :limit
