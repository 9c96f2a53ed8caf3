update fact_forecast_training
set finished_at = :now, origin = nullif(:origin, '')::date, model = :model, features = :features,
    learned_from = nullif(:learned_from, '')::date, learned_until = nullif(:learned_until, '')::date,
    failure = nullif(:failure, '')
where tenant = :tenant and property_id = :property
returning property_id
