-- What came on the days before an origin, beside what had been forecast a week ahead.
select f.date, f.horizon, f.books, f.books_week_ago, f.expected, f.lower80, f.upper80, f.lower95, f.upper95, f.came,
       null::bigint as capacity
from fact_forecast f
where f.tenant = :tenant and f.property_id = :property and f.series = :series and f.horizon = 7
  and f.came is not null and f.date > :origin::date - 56 and f.date <= :origin
order by f.date
