-- The journal and the snapshots in the form that Pekko Persistence JDBC 1.1 writes, and what our tail adds to them.
create table event_journal (
    ordering           bigserial,
    persistence_id     varchar(255) not null,
    sequence_number    bigint       not null,
    deleted            boolean      not null default false,
    writer             varchar(255) not null,
    write_timestamp    bigint,
    adapter_manifest   varchar(255),
    event_ser_id       integer      not null,
    event_ser_manifest varchar(255) not null,
    event_payload      bytea        not null,
    meta_ser_id        integer,
    meta_ser_manifest  varchar(255),
    meta_payload       bytea,
    -- The plug-in names its columns and never sees these two: they fill themselves.
    tx_id              xid8         not null default pg_current_xact_id(),
    slice              smallint     not null generated always as (get_byte(decode(md5(persistence_id), 'hex'), 0) & 63) stored,
    primary key (persistence_id, sequence_number)
);
create unique index event_journal_ordering on event_journal (ordering);
create index event_journal_tail on event_journal (tx_id, ordering);

comment on table event_journal is 'Every event of every entity, for ever. Payload: UTF-8 JSON {"data":…,"meta":…}; event_ser_manifest: the event''s stable name.';
comment on column event_journal.tx_id is 'The writing transaction. Readers take rows by (tx_id, ordering) below the oldest running transaction, so that a late commit is never skipped.';
comment on column event_journal.slice is 'First byte of the MD5 of the persistence id, modulo 64: how projections and the pipeline share the work.';

create table event_tag (
    event_id        bigint,
    persistence_id  varchar(255),
    sequence_number bigint,
    tag             varchar(255) not null,
    primary key (persistence_id, sequence_number, tag),
    foreign key (persistence_id, sequence_number) references event_journal (persistence_id, sequence_number) on delete cascade
);
comment on table event_tag is 'Asked for by the plug-in; stays empty, because slices replace tags.';

create table snapshot (
    persistence_id        varchar(255) not null,
    sequence_number       bigint       not null,
    created               bigint       not null,
    snapshot_ser_id       integer      not null,
    snapshot_ser_manifest varchar(255) not null,
    snapshot_payload      bytea        not null,
    meta_ser_id           integer,
    meta_ser_manifest     varchar(255),
    meta_payload          bytea,
    primary key (persistence_id, sequence_number)
);
comment on table snapshot is 'States of long-lived entities, only to make recovery shorter; may be emptied at any time.';

create table projection_position (
    projection  text        not null,
    first_slice smallint    not null,
    last_slice  smallint    not null,
    tx_id       xid8        not null default '0',
    ordering    bigint      not null default 0,
    events      bigint      not null default 0,
    event_time  timestamptz,
    updated_at  timestamptz not null default clock_timestamp(),
    failure     text,
    primary key (projection, first_slice)
);
comment on table projection_position is 'How far each worker of each projection has read the journal; written in the same transaction as its read model.';

create table pending_step (
    persistence_id text        primary key,
    revision       bigint      not null,
    since          timestamptz not null
);
create index pending_step_since on pending_step (since);
comment on table pending_step is 'Entities that still owe the outside a step; whoever owes one for too long is woken.';

create table subject_key (
    tenant       text        not null,
    subject      text        not null,
    wrapped_key  bytea,
    master_key   text        not null,
    created_at   timestamptz not null default clock_timestamp(),
    destroyed_at timestamptz,
    primary key (tenant, subject),
    check ((wrapped_key is null) = (destroyed_at is not null))
);
comment on table subject_key is 'One key per person, wrapped by the master key. Without it the person''s sealed data is gone, wherever it was copied.';

create table installation (
    name  text primary key,
    value text not null
);
comment on table installation is 'What may never change once there is a journal, such as the number of shards.';
