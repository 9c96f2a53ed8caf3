-- Where readers of a tailed table stop. Every running transaction of this database may still write a row; those of other
-- databases on the same server draw from the same numbers, but cannot. A warehouse that loads a large batch beside the
-- journal must not hold the journal's readers back for as long as that takes.
create function tail_horizon() returns xid8
    language sql stable
    set search_path = pg_catalog
as $$
    with held as materialized (
        select locktype, database, virtualtransaction, transactionid, mode from pg_locks where granted
    )
    select coalesce(
        (select running
           from pg_snapshot_xip(pg_current_snapshot()) as running
          where not exists (
                -- Proof that it is elsewhere: it holds its own number, and something in another database. What cannot be
                -- proven, because it has ended meanwhile or holds nothing yet, counts as ours. Shared catalogs are database 0.
                select from held own join held elsewhere using (virtualtransaction)
                 where own.locktype = 'transactionid' and own.mode = 'ExclusiveLock' and own.transactionid = running::xid
                   and elsewhere.database not in (0, (select oid from pg_database where datname = current_database())))
          order by running limit 1),
        pg_snapshot_xmax(pg_current_snapshot()))
$$;
comment on function tail_horizon() is 'Rows of transactions below it are all there: no transaction of this database that is still running, or still to come, can add one. At least pg_snapshot_xmin, which counts other databases too.';
