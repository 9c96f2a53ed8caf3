-- When the newest thing happened to a booking of the tenant: its today is the date of this moment.
select max(occurred_at) as latest
from fact_booking_event
where tenant = :tenant
