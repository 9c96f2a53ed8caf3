-- Capacity of all room types of a property on one day.
select coalesce(sum(capacity), 0) as rooms
from fact_inventory_day
where tenant = :tenant and property_id = :property and date = :date
