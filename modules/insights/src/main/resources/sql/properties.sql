-- The tenant's properties, first by code. What only a booking has mentioned so far has no currency and no time zone.
select property_id, code, name, coalesce(place, '') as place, currency, coalesce(nullif(time_zone, ''), 'UTC') as time_zone
from dim_property
where tenant = :tenant
order by code, property_id
