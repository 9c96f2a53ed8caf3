-- The newest forecast of a series, day by day.
select f.date, f.horizon, f.books, f.books_week_ago, f.expected, f.lower80, f.upper80, f.lower95, f.upper95, f.came,
       (select sum(capacity) from fact_inventory_day i
        where i.tenant = f.tenant and i.property_id = f.property_id and i.date = f.date) as capacity
from fact_forecast f
where f.tenant = :tenant and f.property_id = :property and f.series = :series and f.origin = :origin
order by f.date
