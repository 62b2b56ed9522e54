-- "Theo số liệu ghi nhận đến ngày …": every temporal table as it was believed at an instant, under one name: <table>_known. The instant
-- is a setting of the transaction; without one the views hold nothing.
create function kernel.known_at() returns timestamptz stable language sql
  return nullif(current_setting('lienchi.known_at', true), '')::timestamptz;
comment on function kernel.known_at() is 'The instant whose belief is asked for.';
grant execute on function kernel.known_at() to lienchi_reader, lienchi_writer, lienchi_figures;

do $$
declare name text; columns text;
begin
  foreach name in array array['act', 'unit', 'unit_version', 'lineage', 'act_unit', 'act_belonging', 'alias', 'fact', 'organ', 'counterpart', 'published_figure'] loop
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute where attrelid = format('structure.%I', name)::regclass and attnum > 0 and not attisdropped;
    execute format('create view structure.%1$I with (security_invoker) as
      select %3$s from structure.%2$I where known_from <= kernel.known_at()
      union all select %3$s from structure.%4$I where known @> kernel.known_at()', name || '_known', name, columns, name || '_was');
    execute format('grant select on structure.%I to lienchi_reader, lienchi_writer', name || '_known');
    execute format('comment on view structure.%I is %L', name || '_known', 'What was believed of ' || name || ' at kernel.known_at().');
  end loop;
end $$;

-- Lines of superiors are derived, so they are derived anew from what was believed; open to all as unit_path is.
create function structure.lines_known(day date)
returns table (unit_id uuid, ancestors uuid[]) stable security definer set search_path = pg_catalog language sql as $$
  with recursive version as materialized (
    select v.unit_id, v.parent_id from structure.unit_version_known v where v.valid_at @> day
  ), line as (
    -- Entries of different days may have told a unit before its superior, or after: until then it stands for itself, and is not lost.
    select v.unit_id, array[v.unit_id] as ancestors from version v
    where not exists (select from version p where p.unit_id = v.parent_id)
    union all
    select v.unit_id, line.ancestors || v.unit_id from line join version v on v.parent_id = line.unit_id
    where v.unit_id <> all (line.ancestors)
  )
  select line.unit_id, line.ancestors from line
$$;
comment on function structure.lines_known is 'The lines of superiors of a day as they were believed at kernel.known_at().';
revoke all on function structure.lines_known from public;
grant execute on function structure.lines_known to lienchi_reader, lienchi_writer, lienchi_figures;

create view structure.unit_path_known with (security_invoker) as
  select unit_id, daterange(kernel.anchor(), kernel.anchor() + 1) as valid_at, ancestors from structure.lines_known(kernel.anchor());
comment on view structure.unit_path_known is 'The lines of superiors of the anchor date as they were believed at kernel.known_at().';
grant select on structure.unit_path_known to lienchi_reader, lienchi_writer;

-- Figures follow: where an instant is set, they count what was believed.
create or replace function figures.units_by_type(root uuid, days date[])
returns table (on_day date, type text, direct bigint, below bigint, direct_invented bigint, below_invented bigint)
stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan language plpgsql as $$
declare a_day date;
begin
  foreach a_day in array days loop
    if kernel.known_at() is null then
      return query
        select a_day, v.type, count(*) filter (where v.parent_id = root), count(*),
          count(*) filter (where v.parent_id = root and v.illustrative), count(*) filter (where v.illustrative)
        from structure.unit_path p join structure.unit_version v on v.unit_id = p.unit_id and v.valid_at @> a_day
        where p.ancestors @> array[root] and p.valid_at @> a_day and p.unit_id <> root
        group by v.type;
    else
      return query
        select a_day, v.type, count(*) filter (where v.parent_id = root), count(*),
          count(*) filter (where v.parent_id = root and v.illustrative), count(*) filter (where v.illustrative)
        from structure.lines_known(a_day) p join structure.unit_version_known v on v.unit_id = p.unit_id and v.valid_at @> a_day
        where p.ancestors @> array[root] and p.unit_id <> root
        group by v.type;
    end if;
  end loop;
end $$;

create or replace function figures.units_below(on_day date, counted text[])
returns table (unit_id uuid, units bigint, invented bigint)
stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan language plpgsql as $$
begin
  if kernel.known_at() is null then
    return query
      select a.ancestor, count(*), count(*) filter (where v.illustrative)
      from structure.unit_path p
        join structure.unit_version v on v.unit_id = p.unit_id and v.valid_at @> on_day and v.type = any (counted)
        cross join lateral unnest(p.ancestors) as a (ancestor)
      where p.valid_at @> on_day and a.ancestor <> p.unit_id
      group by a.ancestor;
  else
    return query
      select a.ancestor, count(*), count(*) filter (where v.illustrative)
      from structure.lines_known(on_day) p
        join structure.unit_version_known v on v.unit_id = p.unit_id and v.valid_at @> on_day and v.type = any (counted)
        cross join lateral unnest(p.ancestors) as a (ancestor)
      where a.ancestor <> p.unit_id
      group by a.ancestor;
  end if;
end $$;

drop function figures.direct_by_type;
create function figures.direct_by_type(superior uuid, on_day date)
returns table (type text, units bigint, invented bigint) stable security definer set search_path = pg_catalog language plpgsql as $$
begin
  if kernel.known_at() is null then
    return query select v.type, count(*), count(*) filter (where v.illustrative)
      from structure.unit_version v where v.parent_id = superior and v.valid_at @> on_day group by v.type;
  else
    return query select v.type, count(*), count(*) filter (where v.illustrative)
      from structure.unit_version_known v where v.parent_id = superior and v.valid_at @> on_day group by v.type;
  end if;
end $$;
comment on function figures.direct_by_type is 'How many units of each type stand directly under a unit on a day, and how many of them are invented.';
revoke all on function figures.direct_by_type from public;
grant execute on function figures.direct_by_type to lienchi_reader, lienchi_writer, lienchi_figures;

create or replace function figures.not_covered(days date[])
returns table (on_day date, unit_id uuid, directly boolean)
stable security definer set search_path = pg_catalog language plpgsql as $$
declare a_day date;
begin
  if kernel.known_at() is null then
    return query
      select d.day, a.ancestor, bool_or(a.ancestor = v.unit_id)
      from unnest(days) as d (day)
        join structure.unit_version v on v.valid_at @> d.day and not v.below_covered
        join structure.unit_path p on p.unit_id = v.unit_id and p.valid_at @> d.day
        cross join lateral unnest(p.ancestors) as a (ancestor)
      group by d.day, a.ancestor;
  else
    foreach a_day in array days loop
      return query
        select a_day, a.ancestor, bool_or(a.ancestor = v.unit_id)
        from structure.unit_version_known v join structure.lines_known(a_day) p on p.unit_id = v.unit_id
          cross join lateral unnest(p.ancestors) as a (ancestor)
        where v.valid_at @> a_day and not v.below_covered
        group by a.ancestor;
    end loop;
  end if;
end $$;
