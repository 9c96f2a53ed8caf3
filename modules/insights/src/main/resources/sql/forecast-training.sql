-- A property with its last training.
select p.property_id, p.code, p.name, t.requested_at, t.started_at, t.finished_at, t.origin, t.model, t.features,
       t.learned_from, t.learned_until, t.failure
from dim_property p
left join fact_forecast_training t on t.tenant = p.tenant and t.property_id = p.property_id
where p.tenant = :tenant and (p.property_id = :property or p.code = :property)
