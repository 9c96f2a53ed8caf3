-- Takes on the training that has been wanted longest. One whose node has died is taken on again after a while.
update fact_forecast_training training
set started_at = :now
from (select tenant, property_id
      from fact_forecast_training
      where started_at is null or started_at < requested_at
         or (started_at < :abandoned and (finished_at is null or finished_at < started_at))
      order by requested_at
      limit 1
      for update skip locked) wanted
where training.tenant = wanted.tenant and training.property_id = wanted.property_id
returning training.tenant, training.property_id
