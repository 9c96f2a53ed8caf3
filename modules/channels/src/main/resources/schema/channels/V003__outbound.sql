alter table channel_connection
    add column protocol            text    not null default 'alpinebits' check (protocol in ('alpinebits', 'ota')),
    add column partner_url         text,
    add column partner_user        text    not null default 'waymark',
    add column password_variable   text,
    add column sandbox             boolean not null default false,
    add column sending             boolean not null default true,
    add column messages_per_second integer not null default 10 check (messages_per_second between 1 and 10000),
    add column dates_per_message   integer not null default 100 check (dates_per_message between 1 and 1000),
    add column time_limit_millis   integer not null default 10000 check (time_limit_millis between 50 and 60000),
    add column late_after_millis   integer not null default 60000 check (late_after_millis between 0 and 3600000),
    add column days_ahead          integer not null default 400 check (days_ahead between 1 and 1000),
    add column sells_allowance     boolean not null default true,
    add column keep_back           integer not null default 0 check (keep_back between 0 and 100000),
    add column rate_plan           text,
    add column compare_seconds     integer not null default 900 check (compare_seconds between 1 and 86400),
    add column refresh_seconds     integer not null default 86400 check (refresh_seconds between 1 and 864000),
    add column refreshed_at        timestamptz;
comment on column channel_connection.partner_url is 'Where the channel takes availability and prices; null where it only sends to us.';
comment on column channel_connection.password_variable is 'The environment variable that holds our password with the channel; the password itself stands nowhere here.';
comment on column channel_connection.sandbox is 'Whether the channel is the sandbox, whose faults can be switched.';
comment on column channel_connection.late_after_millis is 'How long a message without an answer may still be on its way to the channel.';
comment on column channel_connection.sells_allowance is 'Whether the channel is told of the rooms that may be sold beyond capacity.';
comment on column channel_connection.keep_back is 'Rooms of every date that this channel is not told about.';
comment on column channel_connection.rate_plan is 'Code of our rate plan whose prices the channel is told; null for none.';
comment on column channel_connection.compare_seconds is 'How often what the channel acknowledged is compared with the inventory, and with what the channel says, where its protocol lets us ask.';
comment on column channel_connection.refresh_seconds is 'How often the channel is told everything again.';
comment on column channel_connection.refreshed_at is 'When everything was last marked to be told; null for never.';

create sequence channel_sync_mark_version;
create table channel_sync_mark (
    tenant       text        not null,
    connection   text        not null,
    room_type_id text        not null,
    date         date        not null,
    again        boolean     not null,
    version      bigint      not null,
    marked_at    timestamptz not null default clock_timestamp(),
    not_before   timestamptz,
    primary key (tenant, connection, room_type_id, date)
);
comment on table channel_sync_mark is 'Dates that a channel has to be told about: a date stands here once however often it changes, so changes flow together.';
comment on column channel_sync_mark.again is 'Whether to tell even what the channel acknowledged before, because it has sold since.';
comment on column channel_sync_mark.version is 'Changes with every change of the date: a mark goes only if it is still the one that was carried out.';

create table channel_sync (
    id                 text        primary key,
    tenant             text        not null,
    connection         text        not null,
    property_id        text        not null,
    hotel_code         text        not null,
    room_type_id       text        not null,
    room_type_code     text        not null,
    revision           bigint      not null,
    messages           bigint      not null default 0,
    failures           bigint      not null default 0,
    failures_in_a_row  integer     not null default 0,
    last_failure       text,
    retry_at           timestamptz,
    under_way          integer     not null default 0,
    rejected           integer     not null default 0,
    rejection          text,
    diverged           integer     not null default 0,
    divergences        bigint      not null default 0,
    diverged_at        timestamptz,
    acknowledged_at    timestamptz,
    updated_at         timestamptz not null
);
create index channel_sync_tenant on channel_sync (tenant, connection, hotel_code, room_type_code);
comment on table channel_sync is 'How far each channel knows of each room type, a projection of the journal.';
