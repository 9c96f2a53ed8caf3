-- The forecasts of one series; an origin that was stored before keeps what it said.
insert into fact_forecast (tenant, property_id, series, origin, date, books, books_week_ago, expected,
    lower80, upper80, lower95, upper95, model, made_at)
select :tenant, :property, :series, origin::date, date::date, books::integer, week_ago::integer, expected::numeric,
       lower80::numeric, upper80::numeric, lower95::numeric, upper95::numeric, :model, :now
from unnest(:origins, :dates, :books, :week_ago, :expected, :low_eighty, :high_eighty, :low_ninety_five, :high_ninety_five)
     as made(origin, date, books, week_ago, expected, lower80, upper80, lower95, upper95)
on conflict do nothing
returning horizon
