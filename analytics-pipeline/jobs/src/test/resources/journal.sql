-- The tables that the pipeline tails, as modules/runtime and modules/channels make them.
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
    tx_id              xid8         not null default pg_current_xact_id(),
    slice              smallint     not null generated always as (get_byte(decode(md5(persistence_id), 'hex'), 0) & 63) stored,
    primary key (persistence_id, sequence_number)
);
create unique index event_journal_ordering on event_journal (ordering);
create index event_journal_tail on event_journal (tx_id, ordering);

create table channel_message (
    ordering        bigserial primary key,
    tx_id           xid8        not null default pg_current_xact_id(),
    id              text        not null unique,
    tenant          text,
    connection      text,
    action          text,
    direction       text        not null,
    hotel_code      text,
    remote_ids      text[],
    outcome         text        not null,
    http_status     integer,
    error_code      text,
    reason          text,
    bytes           bigint,
    duration_micros bigint,
    occurred_at     timestamptz not null,
    received_at     timestamptz not null,
    request_id      text
);
create index channel_message_tail on channel_message (tx_id, ordering);

-- The plain form of what the journal's schema defines: other databases of the server count too.
create function tail_horizon() returns xid8 language sql stable as 'select pg_snapshot_xmin(pg_current_snapshot())';
