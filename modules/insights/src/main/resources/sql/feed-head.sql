-- The newest event that every reader can see. Nothing that is still being written can come before it.
select loaded_tx, ordering
from fact_booking_event
where loaded_tx < pg_snapshot_xmin(pg_current_snapshot())
order by loaded_tx desc, ordering desc
limit 1
