-- Adds what came to every forecast of days that are over.
update fact_forecast forecast
set came = over.came::integer
from unnest(:dates, :came) as over(date, came)
where forecast.tenant = :tenant and forecast.property_id = :property and forecast.series = :series
  and forecast.date = over.date::date and forecast.came is distinct from over.came::integer
returning forecast.horizon
