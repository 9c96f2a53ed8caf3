-- Asks for a training of one property; asking again while one is wanted changes nothing.
insert into fact_forecast_training (tenant, property_id, requested_at)
select tenant, property_id, :now
from dim_property
where tenant = :tenant and (property_id = :property or code = :property)
on conflict (tenant, property_id) do update set requested_at = excluded.requested_at
returning property_id
