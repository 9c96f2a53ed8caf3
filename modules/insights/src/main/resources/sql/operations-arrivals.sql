-- One property by day of arrival: bookings that were ever confirmed, and how many of them were cancelled.
select arrival as day, count(*) as bookings, count(*) filter (where is_cancelled) as cancelled
from fact_booking
where tenant = :tenant and property_id = any (:properties) and arrival >= :from and arrival < :to
  and confirmed_at is not null
group by arrival
order by arrival
