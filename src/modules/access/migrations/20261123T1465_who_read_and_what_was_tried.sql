-- What was read about somebody is told to them; under a mandate when it closes, at the latest on the day its regulation sets.
create function access.mandate_of(mandate uuid, on_day date) returns table (name text, shown_on date, open boolean)
stable security definer set search_path = pg_catalog language sql as $$
  select m.name, m.shown_on, m.valid_at @> on_day and on_day < m.shown_on from access.mandate m where m.id = mandate
$$;
comment on function access.mandate_of is 'A mandate as it stands on a day: open as long as it runs and the day of showing has not come.';
create function access.is_told(mandate uuid) returns boolean stable security definer set search_path = pg_catalog language sql as $$
  select mandate is null or not exists (select from access.mandate m where m.id = mandate
    and m.valid_at @> kernel.anchor() and kernel.anchor() < m.shown_on)
$$;
comment on function access.is_told is 'Whether the person concerned is told of what was read under a mandate: it is over, or its last day of silence has come.';
create function access.capacity_of(asked uuid) returns table (role text, unit_id uuid) stable security definer set search_path = pg_catalog language sql as $$
  select role, unit_id from (
    select g.role, g.unit_id from access.held_grant g where g.id = asked
    union all select w.role, w.unit_id from access.held_grant_was w where w.id = asked) c limit 1
$$;
comment on function access.capacity_of is 'Role and unit of a grant, ended or withdrawn ones too.';
revoke all on function access.mandate_of, access.is_told, access.capacity_of from public;
grant execute on function access.mandate_of, access.is_told, access.capacity_of to lienchi_reader, lienchi_writer;

drop policy own_reading on journal.reading;
create policy told_to_the_person on journal.reading for select to lienchi_reader
  using (subjects @> array['account:' || (select kernel.account())::text] and access.is_told(mandate_id));
create policy the_overseer_reads on journal.reading for select to lienchi_reader using ((select kernel.reach_whole()));
create policy the_overseer_reads on journal.attempt for select to lienchi_reader using ((select kernel.reach_whole()));
grant select on journal.attempt to lienchi_reader;

-- Retention: the one way by which readings and attempts go, and only old ones. What was read under a mandate stays until the person has
-- been able to see it as long as everything else.
create function access.forget_readings(kept_for_days int, on_day date) returns bigint security definer set search_path = pg_catalog language sql as $$
  with gone as (
    delete from journal.reading r
    where r.read_at < clock_timestamp() - make_interval(days => greatest(kept_for_days, 30))
      and not exists (select from access.mandate m where m.id = r.mandate_id
        and least(coalesce(upper(m.valid_at), 'infinity'), m.shown_on) > on_day - greatest(kept_for_days, 30))
    returning 1)
  select count(*) from gone
$$;
comment on function access.forget_readings is 'Forgets readings older than the retention of their log, at least thirty days.';
create function access.forget_attempts(kept_for_days int) returns bigint security definer set search_path = pg_catalog language sql as $$
  with gone as (delete from journal.attempt where written_at < clock_timestamp() - make_interval(days => greatest(kept_for_days, 30)) returning 1)
  select count(*) from gone
$$;
comment on function access.forget_attempts is 'Forgets refused attempts older than the retention of their log, at least thirty days.';
revoke all on function access.forget_readings, access.forget_attempts from public;
grant execute on function access.forget_readings, access.forget_attempts to lienchi_system;
