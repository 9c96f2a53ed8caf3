-- What must hold of any restored journal; raises where it does not. Hash chains are walked by ./waymark verify.
\set ON_ERROR_STOP on
do $$
declare
    events bigint;
    broken bigint;
begin
    select count(*) into events from event_journal;
    if events = 0 then
        raise exception 'the restored journal is empty';
    end if;
    -- Revisions of an entity run from 1 without a gap.
    select count(*) into broken from (
        select persistence_id from event_journal group by persistence_id
        having min(sequence_number) <> 1 or max(sequence_number) <> count(*)) gaps;
    if broken > 0 then
        raise exception '% entities have gaps', broken;
    end if;
    -- Every event names the hash of the one before.
    select count(*) into broken from (
        select convert_from(event_payload, 'UTF8')::jsonb #>> '{meta,previousHash}' as previous,
               lag(convert_from(event_payload, 'UTF8')::jsonb #>> '{meta,hash}', 1, '')
                   over (partition by persistence_id order by sequence_number) as expected
          from event_journal) chain
     where previous is distinct from expected;
    if broken > 0 then
        raise exception '% links of the hash chain are broken', broken;
    end if;
    -- A read model's position must be one that the journal has reached, or it would wait for ever.
    select count(*) into broken from projection_position p
     where p.tx_id > pg_snapshot_xmax(pg_current_snapshot());
    if broken > 0 then
        raise exception '% read models are ahead of the journal: reset their positions', broken;
    end if;
    raise notice 'the restored journal holds % events, whole', events;
end $$;
