-- A correction recorded at the same moment as what it corrects, or before it (two machines whose clocks differ, a clock set back, an act
-- whose recorded time is supplied), lost what was believed: its known time would have held no moment. It now ends just after it began.
create or replace function kernel.keep_superseded() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  twin text := format('%I.%I', tg_table_schema, tg_table_name || '_was');
  superseded_at timestamptz := kernel.recorded_now();
begin
  if superseded_at <= old.known_from and old.entry is distinct from kernel.entry() then
    superseded_at := old.known_from + interval '1 microsecond';
  end if;
  -- A row that this very act made was never believed by anybody.
  if old.known_from < superseded_at then
    execute format('insert into %s select ($1).*, tstzrange(($1).known_from, $2), kernel.entry()', twin) using old, superseded_at;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.known_from = old.known_from then new.known_from := superseded_at; end if;
  if new.entry is not distinct from old.entry then new.entry := kernel.entry(); end if;
  return new;
end $$;
