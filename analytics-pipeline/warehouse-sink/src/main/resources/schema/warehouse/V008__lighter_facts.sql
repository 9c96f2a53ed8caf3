-- What nobody asks by is not kept in order: an index costs each row as much as the row itself.

-- An event's place in the feed is (loaded_tx, ordering); its place in the journal is unique by ordering.
drop index fact_booking_event_position;

-- No reader looks bookings up by their last change. Without it a new version of a booking touches no index at all where the
-- page has room, which the fill factor keeps.
drop index fact_booking_updated_at;
alter table fact_booking set (fillfactor = 75);
alter table fact_stay_night set (fillfactor = 75);

-- Movements are written in one transaction with their event, and only where the event is new: that is their guard.
alter table fact_night_movement drop constraint fact_night_movement_pkey;
