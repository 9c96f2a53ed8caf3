-- Asks for a training of every property that has none or an old one, unless its tenant's bookings are just pouring in.
insert into fact_forecast_training (tenant, property_id, requested_at)
select p.tenant, p.property_id, :now
from dim_property p
where exists (select from fact_booking b where b.tenant = p.tenant and b.property_id = p.property_id)
  and not exists (select from fact_booking b where b.tenant = p.tenant and b.loaded_at > :quiet_since)
on conflict (tenant, property_id) do update set requested_at = excluded.requested_at
where fact_forecast_training.started_at < :old
returning property_id
