-- What `work` tells the database beside units: committees whose organs a grant reaches, and compartments whose team the actor belongs to.
create function kernel.reach_organs() returns uuid[] stable language sql
  return coalesce(nullif(current_setting('lienchi.reach_organs', true), '')::uuid[], '{}');
comment on function kernel.reach_organs() is 'Committees whose organs (advisory and assisting bodies) the actor''s grants reach for this capability, today.';

create function kernel.compartments() returns uuid[] stable language sql
  return coalesce(nullif(current_setting('lienchi.compartments', true), '')::uuid[], '{}');
comment on function kernel.compartments() is 'Compartments whose team the actor belongs to today and whose subject the actor is not. No grant opens one.';

-- A reading under a mandate of inspection or complaint is shown to the person when the mandate closes; under which grant it was read is kept.
alter table journal.reading add column grant_id uuid, add column mandate_id uuid, add column entry bigint;
comment on column journal.reading.grant_id is 'The grant in whose capacity it was read; null where several were used together.';
comment on column journal.reading.mandate_id is 'The mandate under which it was read: shown to the person later, never dropped.';
create index reading_by_subject on journal.reading using gin (subjects);
create index reading_by_time on journal.reading (read_at desc, id desc);
create index reading_by_mandate on journal.reading (mandate_id) where mandate_id is not null;
create index attempt_by_time on journal.attempt (written_at desc, id desc);
