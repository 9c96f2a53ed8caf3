-- The feed of what happens to bookings. Writers of the pipeline work side by side, so the journal's order tells nobody when a
-- row became visible here. The writing transaction does: by the rule of the journal's own tail, rows below the oldest running
-- transaction are complete, and nothing ever comes in between.

alter table fact_booking_event add column loaded_tx xid8 not null default pg_current_xact_id();
create index fact_booking_event_loaded on fact_booking_event (loaded_tx, ordering);
create index fact_booking_event_tenant_loaded on fact_booking_event (tenant, loaded_tx, ordering);
comment on column fact_booking_event.loaded_tx is 'Transaction that wrote this row: with ordering the event''s place in the feed.';

create view reservation_feed as
select e.tenant, e.loaded_tx, e.ordering, e.occurred_at, e.recorded_at,
       case e.type when 'booking.confirmed' then 'booked' else substr(e.type, length('booking.') + 1) end as kind,
       e.booking_id, e.property_id, p.code as property_code, e.channel, b.reference, e.market, e.country,
       r.code as room_type_code, b.adults + b.children + b.infants as guests,
       e.arrival, e.departure - e.arrival as nights, b.total_amount, b.currency
from fact_booking_event e
join fact_booking b on b.tenant = e.tenant and b.booking_id = e.booking_id
left join dim_property p on p.tenant = e.tenant and p.property_id = e.property_id
left join dim_room_type r on r.tenant = e.tenant and r.room_type_id = e.room_type_id
where e.type in ('booking.confirmed', 'booking.changed', 'booking.cancelled', 'booking.refused', 'booking.checked-in',
                 'booking.checked-out', 'booking.no-show');
comment on view reservation_feed is 'What happened to bookings, for people who watch: without personal data, total and guests as the booking is now. Its order is (loaded_tx, ordering).';
