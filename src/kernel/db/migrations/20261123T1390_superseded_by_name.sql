-- A superseded row goes to its twin column by column, by name: a column added later stands elsewhere in the twin than in the table.
create or replace function kernel.keep_superseded() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  columns text;
  superseded_at timestamptz := kernel.recorded_now();
begin
  if superseded_at <= old.known_from and old.entry is distinct from kernel.entry() then
    superseded_at := old.known_from + interval '1 microsecond';
  end if;
  -- A row that this very act made was never believed by anybody.
  if old.known_from < superseded_at then
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = tg_relid and attnum > 0 and not attisdropped;
    execute format('insert into %I.%I (%s, known, superseded_by) select o.*, tstzrange(($1).known_from, $2), kernel.entry() from (select ($1).*) o',
      tg_table_schema, tg_table_name || '_was', columns) using old, superseded_at;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.known_from = old.known_from then new.known_from := superseded_at; end if;
  if new.entry is not distinct from old.entry then new.entry := kernel.entry(); end if;
  return new;
end $$;
