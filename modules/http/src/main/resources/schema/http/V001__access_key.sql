create table access_key (
    id            text        primary key,
    tenant        text        not null,
    name          text        not null,
    secret_sha256 bytea       not null unique,
    scopes        text[]      not null,
    expires_at    timestamptz,
    created_at    timestamptz not null default clock_timestamp()
);
comment on table access_key is 'Keys of the API. Only the SHA-256 of a key is kept: a key has 256 random bits, so no slower hash is needed.';
comment on column access_key.scopes is 'What the key allows; nothing that is not listed.';
