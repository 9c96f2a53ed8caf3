-- Demand forecasts. The node that trains writes them; the pipeline only owns the tables, so that one place has all of the
-- schema. What was forecast is never changed: a new origin makes new rows, and what came is added when it is known.

create table fact_forecast_training (
    tenant          text not null,
    property_id     text not null,
    requested_at    timestamptz not null,
    started_at      timestamptz,
    finished_at     timestamptz,
    origin          date,
    model           text,
    features        text,
    learned_from    date,
    learned_until   date,
    failure         text,
    primary key (tenant, property_id)
);
comment on table fact_forecast_training is 'The last training of the forecasts of each property, and whether another is wanted.';
comment on column fact_forecast_training.tenant is 'Whose data it is.';
comment on column fact_forecast_training.property_id is 'The house; key of dim_property.';
comment on column fact_forecast_training.requested_at is 'When a training was last asked for, by a person or by the schedule.';
comment on column fact_forecast_training.started_at is 'When a node last took it on; wanted again while this is before requested_at.';
comment on column fact_forecast_training.finished_at is 'When it last ended, well or badly.';
comment on column fact_forecast_training.origin is 'Day at whose end the newest forecasts were made.';
comment on column fact_forecast_training.model is 'Name and version of the method.';
comment on column fact_forecast_training.features is 'What the models looked at.';
comment on column fact_forecast_training.learned_from is 'First stay date that the models learned from.';
comment on column fact_forecast_training.learned_until is 'Last stay date that the models learned from.';
comment on column fact_forecast_training.failure is 'Why the last training ended badly; null when it ended well.';

create table fact_forecast (
    tenant          text not null,
    property_id     text not null,
    series          text not null,
    origin          date not null,
    date            date not null,
    horizon         integer not null generated always as (date - origin) stored,
    books           integer not null,
    books_week_ago  integer not null,
    expected        numeric not null,
    lower80         numeric not null,
    upper80         numeric not null,
    lower95         numeric not null,
    upper95         numeric not null,
    came            integer,
    model           text not null,
    made_at         timestamptz not null,
    primary key (tenant, property_id, series, origin, date)
);
create index fact_forecast_date on fact_forecast (tenant, property_id, series, date);
comment on table fact_forecast is 'What was forecast for a stay date at the end of an origin, from nothing that was known later, and what came.';
comment on column fact_forecast.tenant is 'Whose data it is.';
comment on column fact_forecast.property_id is 'The house; key of dim_property.';
comment on column fact_forecast.series is 'arrivals (rooms whose guests arrive) or rooms (occupied in the night after the day).';
comment on column fact_forecast.origin is 'Day at whose end the forecast holds.';
comment on column fact_forecast.date is 'The stay date; key of dim_date.';
comment on column fact_forecast.horizon is 'Days from origin to date.';
comment on column fact_forecast.books is 'Rooms on the books for the date at the end of the origin.';
comment on column fact_forecast.books_week_ago is 'Rooms on the books for the date seven days before the origin.';
comment on column fact_forecast.expected is 'Rooms expected.';
comment on column fact_forecast.lower80 is 'Lower end of the 80 % interval.';
comment on column fact_forecast.upper80 is 'Upper end of the 80 % interval.';
comment on column fact_forecast.lower95 is 'Lower end of the 95 % interval.';
comment on column fact_forecast.upper95 is 'Upper end of the 95 % interval.';
comment on column fact_forecast.came is 'Rooms that came; null until the day is over.';
comment on column fact_forecast.model is 'Name and version of the method.';
comment on column fact_forecast.made_at is 'When it was calculated; long after the origin where a history was loaded.';

create view books_as_of as
select tenant, property_id, night, occurred_on as as_of,
       sum(sum(room_nights)) over (partition by tenant, property_id, night order by occurred_on) as rooms
from fact_night_movement
group by tenant, property_id, night, occurred_on;
comment on view books_as_of is 'Rooms on the books of each property and night at the end of every day on which they changed: the newest row up to a day holds for that day.';

create view forecast_accuracy as
select tenant, property_id, series, model,
       case when horizon <= 7 then '1-7' when horizon <= 14 then '8-14' when horizon <= 28 then '15-28' else '29-123' end as horizons,
       count(*) as forecasts,
       round(avg(abs(came - expected)), 2) as mean_absolute_error,
       round(avg((came between lower80 and upper80)::integer), 4) as within80,
       round(avg((came between lower95 and upper95)::integer), 4) as within95
from fact_forecast
where came is not null
group by tenant, property_id, series, model, horizons;
comment on view forecast_accuracy is 'How far forecasts were from what came, by property, series and horizon.';
