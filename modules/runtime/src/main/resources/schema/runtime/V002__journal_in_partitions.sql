-- A new journal is cut into so many tables by the hash of the persistence id, where more than one is wished
-- (WAYMARK_JOURNAL_PARTITIONS): uniqueness of (persistence_id, sequence_number) is kept by each of them, and the tail merges
-- their indexes. A journal that has events stays as it is until ./waymark rebuild journal moves it.
do $$
begin
    if ${journal_partitions} = 1 or exists (select from event_journal) then
        return;
    end if;
    alter table event_tag drop constraint event_tag_persistence_id_sequence_number_fkey;
    alter sequence event_journal_ordering_seq owned by none;
    alter table event_journal rename to event_journal_plain;
    create table event_journal (like event_journal_plain including all excluding indexes) partition by hash (persistence_id);
    for part in 0..${journal_partitions} - 1 loop
        execute format('create table event_journal_%s partition of event_journal for values with (modulus ${journal_partitions}, remainder %s)', part, part);
    end loop;
    execute format('comment on table event_journal is %L', obj_description('event_journal_plain'::regclass, 'pg_class'));
    drop table event_journal_plain;
    alter table event_journal add constraint event_journal_pkey primary key (persistence_id, sequence_number);
    create index event_journal_ordering on event_journal (ordering);
    create index event_journal_tail on event_journal (tx_id, ordering);
    alter sequence event_journal_ordering_seq owned by event_journal.ordering;
    alter table event_tag add foreign key (persistence_id, sequence_number)
        references event_journal (persistence_id, sequence_number) on delete cascade;
end
$$;
