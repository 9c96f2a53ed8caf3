-- What an analyst meets: views that spare the usual joins, and a role that can read everything here and change nothing.

create view booking_month as
select b.tenant, p.name as property, d.month_start as arrival_month,
       count(*) filter (where b.confirmed_at is not null) as bookings,
       count(*) filter (where b.is_stayed) as stayed,
       count(*) filter (where b.is_cancelled) as cancelled,
       count(*) filter (where b.is_no_show) as no_shows,
       coalesce(sum(b.room_nights) filter (where b.is_on_books), 0) as room_nights,
       coalesce(sum(b.total_amount) filter (where b.is_on_books), 0) as revenue,
       b.currency
from fact_booking b
join dim_property p using (tenant, property_id)
join dim_date d on d.date = b.arrival
group by b.tenant, p.name, d.month_start, b.currency;
comment on view booking_month is 'Bookings by property and month of arrival. Room nights and revenue count what is on the books.';

create view occupancy_day as
select i.tenant, i.property_id, p.name as property, i.date as night, i.capacity,
       coalesce(n.room_nights, 0) as room_nights, coalesce(n.revenue, 0) as revenue,
       round(coalesce(n.room_nights, 0)::numeric / nullif(i.capacity, 0), 4) as occupancy,
       round(n.revenue / nullif(n.room_nights, 0), 2) as adr,
       round(coalesce(n.revenue, 0) / nullif(i.capacity, 0), 2) as revpar
from (select tenant, property_id, date, sum(capacity) as capacity
      from fact_inventory_day
      group by tenant, property_id, date) i
join dim_property p using (tenant, property_id)
left join (select tenant, property_id, night, count(*) as room_nights, sum(revenue) as revenue
           from fact_stay_night
           where status in ('on_books', 'stayed')
           group by tenant, property_id, night) n
       on n.tenant = i.tenant and n.property_id = i.property_id and n.night = i.date;
comment on view occupancy_day is 'Occupancy, ADR and RevPAR by property and night, over the nights whose capacity is known.';

create view booking as
select b.*, p.name as property_name, p.code as property_code, r.name as room_type_name, r.code as room_type_code,
       c.name as country_name
from fact_booking b
left join dim_property p using (tenant, property_id)
left join dim_room_type r on r.tenant = b.tenant and r.room_type_id = b.room_type_id
left join dim_country c on c.country = b.country;
comment on view booking is 'fact_booking with the names of its dimensions.';

do $$
begin
    if not exists (select from pg_roles where rolname = 'analyst') then
        create role analyst login nosuperuser nocreatedb nocreaterole;
    end if;
exception
    when duplicate_object or unique_violation then
        null;
    when insufficient_privilege then
        raise notice 'Role analyst is missing and may not be created here: let an administrator create it.';
end
$$;

do $$
begin
    if exists (select from pg_roles where rolname = 'analyst') then
        execute format('grant connect on database %I to analyst', current_database());
        grant usage on schema ${flyway:defaultSchema} to analyst;
        grant select on all tables in schema ${flyway:defaultSchema} to analyst;
        revoke all on ${flyway:defaultSchema}.flyway_schema_history from analyst;
        alter default privileges in schema ${flyway:defaultSchema} grant select on tables to analyst;
    end if;
end
$$;

-- The role's settings need more than an owner's rights; an administrator has usually made them with the role.
do $$
begin
    execute format('alter role analyst in database %I set search_path = ${flyway:defaultSchema}', current_database());
    execute format('alter role analyst in database %I set default_transaction_read_only = on', current_database());
    execute format('alter role analyst in database %I set statement_timeout = ''60s''', current_database());
    execute format('alter role analyst in database %I set idle_in_transaction_session_timeout = ''60s''', current_database());
exception
    when insufficient_privilege or undefined_object then
        raise notice 'Settings of role analyst may not be changed here: let an administrator do it.';
end
$$;
