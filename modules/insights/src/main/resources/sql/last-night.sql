-- The last night for which one property has anything on its books, or ever had a guest.
select max(night) as night
from fact_stay_night
where tenant = :tenant and property_id = any (:properties) and status in ('on_books', 'stayed')
