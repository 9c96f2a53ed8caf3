-- Until when everything is written by all writers of these sinks; the distant past while one of them has not begun.
select min(coalesce(as_of, event_time, timestamptz 'epoch')) as as_of
from pipeline_progress
where sink = any (:sinks)
