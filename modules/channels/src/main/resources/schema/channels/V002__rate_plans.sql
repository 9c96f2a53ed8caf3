create table rate_plan (
    id            text        primary key,
    tenant        text        not null,
    property_id   text        not null,
    property_code text        not null,
    code          text        not null,
    name          text,
    currency      text        not null,
    meal          text,
    withdrawn     boolean     not null default false,
    revision      bigint      not null,
    updated_at    timestamptz not null
);
create index rate_plan_tenant on rate_plan (tenant, property_code, code, id);
comment on table rate_plan is 'Rate plans by property, a projection of the journal. Prices and rules stay with the entity.';
