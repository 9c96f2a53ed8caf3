create table channel_connection (
    username      text        primary key,
    tenant        text        not null,
    name          text        not null,
    secret_sha256 bytea       not null,
    scopes        text[]      not null,
    hotel_codes   text[],
    created_at    timestamptz not null default clock_timestamp(),
    unique (tenant, name)
);
comment on table channel_connection is 'Who may send to us for a channel. Only the SHA-256 of the password is kept: we make passwords of 256 random bits, so no slower hash is needed.';
comment on column channel_connection.name is 'How messages and bookings refer to the connection.';
comment on column channel_connection.hotel_codes is 'The hotels that the connection may speak for; null for all of the tenant.';

-- Noise, not events: only appended to. The pipeline tails it by the same rule as the journal.
create table channel_message (
    ordering        bigserial   primary key,
    tx_id           xid8        not null default pg_current_xact_id(),
    id              text        not null unique,
    tenant          text        not null,
    connection      text        not null,
    action          text        not null,
    direction       text        not null check (direction in ('in', 'out')),
    hotel_code      text,
    remote_ids      text[]      not null,
    outcome         text        not null check (outcome in ('success', 'advisory', 'warning', 'error', 'refused')),
    http_status     integer     not null,
    error_code      text,
    reason          text,
    bytes           bigint      not null,
    duration_micros bigint      not null,
    occurred_at     timestamptz not null,
    received_at     timestamptz not null,
    request_id      text        not null
);
create index channel_message_tail on channel_message (tx_id, ordering);
create index channel_message_tenant on channel_message (tenant, ordering desc);
create index channel_message_remote_ids on channel_message using gin (remote_ids);
comment on table channel_message is 'Every message of every channel and what we answered. Never updated.';
comment on column channel_message.tx_id is 'The writing transaction. Readers take rows by (tx_id, ordering) below the oldest running transaction, so that a late commit is never skipped.';
comment on column channel_message.remote_ids is 'The reservations of the channel that the message names.';
comment on column channel_message.outcome is 'success; advisory or warning: carried out with remarks or in part; error: nothing carried out; refused: no action was reached.';
comment on column channel_message.error_code is 'OpenTravel''s code of the first error or warning.';
