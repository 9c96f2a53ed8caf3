-- What the pipeline says about itself: how far it is, what it could not read, and whether the numbers hold together.

create table pipeline_progress (
    sink        text not null,
    split       text not null,
    tx_id       bigint not null,
    ordering    bigint not null,
    event_time  timestamptz,
    as_of       timestamptz,
    updated_at  timestamptz not null,
    primary key (sink, split)
);
comment on table pipeline_progress is 'How far each sink has written. The freshness of a figure is the oldest as_of of its sink.';
comment on column pipeline_progress.sink is 'Where to: warehouse-bookings, warehouse-properties, warehouse-inventory, warehouse-channel-messages, search-bookings, search-channel-messages.';
comment on column pipeline_progress.split is 'Number of the parallel writer, from 0.';
comment on column pipeline_progress.tx_id is 'Transaction of the newest row written.';
comment on column pipeline_progress.ordering is 'Number of the newest row written.';
comment on column pipeline_progress.event_time is 'When the newest row written was recorded.';
comment on column pipeline_progress.as_of is 'Every change that was recorded before this time is written. Moves on while nothing happens.';
comment on column pipeline_progress.updated_at is 'When this row was written.';

create table dead_letter (
    dead_letter_id  bigint generated always as identity primary key,
    stage           text not null,
    origin          text not null,
    tx_id           bigint not null,
    ordering        bigint not null,
    tenant          text,
    persistence_id  text,
    sequence_number bigint,
    event_name      text,
    reason          text not null,
    payload         text,
    recorded_at     timestamptz,
    created_at      timestamptz not null default clock_timestamp(),
    unique (stage, origin, ordering)
);
create index dead_letter_created_at on dead_letter (created_at);
comment on table dead_letter is 'What the pipeline could not use. Each row names the reason; the pipeline has gone on without it.';
comment on column dead_letter.dead_letter_id is 'Number of the dead letter.';
comment on column dead_letter.stage is 'Who could not use it: fold (decoding and folding), search or warehouse.';
comment on column dead_letter.origin is 'Table that it was read from: event_journal or channel_message.';
comment on column dead_letter.tx_id is 'Transaction that wrote the row.';
comment on column dead_letter.ordering is 'Number of the row in its table.';
comment on column dead_letter.tenant is 'Whose data it is, where it can be told.';
comment on column dead_letter.persistence_id is 'Entity of the event, or id of the message.';
comment on column dead_letter.sequence_number is 'Number of the event within its entity.';
comment on column dead_letter.event_name is 'Name under which the event was journalled.';
comment on column dead_letter.reason is 'Why it could not be used.';
comment on column dead_letter.payload is 'The first 64 kB of its content; the whole is in the journal. Personal data in it is sealed.';
comment on column dead_letter.recorded_at is 'When the row was written to its table.';
comment on column dead_letter.created_at is 'When it was found.';

create table data_quality_check (
    name            text primary key,
    description     text not null,
    violations_view text not null
);
comment on table data_quality_check is 'Rules that hold for all figures at any time. The pipeline checks them once a minute.';
comment on column data_quality_check.name is 'Name of the check.';
comment on column data_quality_check.description is 'The rule in one sentence.';
comment on column data_quality_check.violations_view is 'View of the rows that break the rule; empty when all is well.';

create table data_quality_result (
    name            text not null references data_quality_check (name),
    checked_at      timestamptz not null,
    status          text not null,
    violations      bigint not null,
    detail          text not null,
    duration_millis integer not null,
    primary key (name, checked_at)
);
create index data_quality_result_checked_at on data_quality_result (checked_at);
comment on table data_quality_result is 'What each check found, for the last seven days.';
comment on column data_quality_result.name is 'Name of the check.';
comment on column data_quality_result.checked_at is 'When it was run.';
comment on column data_quality_result.status is 'passed, failed, or error where the check itself could not be run.';
comment on column data_quality_result.violations is 'Number of rows that break the rule.';
comment on column data_quality_result.detail is 'The first of them, or the error.';
comment on column data_quality_result.duration_millis is 'How long the check took.';

create view data_quality_status as
select distinct on (c.name) c.name, c.description, coalesce(r.status, 'pending') as status,
       r.violations, r.detail, r.checked_at, r.duration_millis
from data_quality_check c
left join data_quality_result r on r.name = c.name
order by c.name, r.checked_at desc nulls last;
comment on view data_quality_status is 'The newest result of each check.';
