-- Acts entered by people: what an act says of each unit is kept, so that a life can be derived anew when an act is corrected or taken back.

-- Taken by every act: of two at once the second sees the first, or is tried again (a custom check at commit sees only its own snapshot).
create table structure.fence (
  id int primary key,
  acts bigint not null default 0,
  constraint there_is_one_fence check (id = 1)
);
comment on table structure.fence is 'One row that every act of structure changes: so that two acts at once never rest on the same tree.';
insert into structure.fence (id) values (1);
alter table structure.fence enable row level security;
create policy commands_write on structure.fence to lienchi_writer using (true) with check (true);
grant select, update on structure.fence to lienchi_writer;

alter table structure.act drop constraint act_kind_is_known;
update structure.act set kind = 'record' where kind = 'correct';
alter table structure.act add constraint act_kind_is_known
  check (kind in ('establish', 'rename', 'retype', 'reparent', 'merge_new', 'merge_into', 'divide', 'separate', 'end', 'restructure', 'record'));
alter table structure.act
  add column revoked_kind text, add column revoked_symbol text, add column revoked_on date, add column revoked_organ text,
  add column entered_by text;
alter table structure.act_was
  add column revoked_kind text, add column revoked_symbol text, add column revoked_on date, add column revoked_organ text,
  add column entered_by text;
comment on column structure.act.revoked_kind is 'The decision by which this act''s own decision was taken back (thu hồi): the act stays in the book and has no effect.';
comment on column structure.act.entered_by is 'Who entered it, as the journal names them; null: loaded with a history.';

alter table structure.unit_version add column below_covered boolean not null default true;
alter table structure.unit_version_was add column below_covered boolean not null default true;
comment on column structure.unit_version.below_covered is
  'False: no source says what stood below it in this time; a figure that would count it answers "chưa có tư liệu".';
create index unit_version_not_covered on structure.unit_version (unit_id) where not below_covered;

alter table structure.act_unit add column said jsonb not null default '{}';
alter table structure.act_unit_was add column said jsonb not null default '{}';
comment on column structure.act_unit.said is 'What the act says of the unit: all of it for a unit opened, what changes for a unit changed. Lives are derived from this.';

-- Recorded time counts from a row's own writing: adding what was always implied supersedes nothing.
alter table structure.act_unit disable trigger user;
update structure.act_unit a set said = jsonb_build_object('type', v.type, 'name', v.name, 'shortName', v.short_name, 'parent', v.parent_id,
    'covered', v.covered, 'belowCovered', v.below_covered, 'restricted', v.restricted)
  from structure.unit_version v join structure.unit u on u.id = v.unit_id
  where a.part = 'opened' and v.unit_id = a.unit_id and lower(v.valid_at) = lower(u.life);
update structure.act_unit a set said = (
    select coalesce(jsonb_object_agg(d.key, d.value), '{}')
    from jsonb_each(jsonb_build_object('type', v.type, 'name', v.name, 'shortName', v.short_name, 'parent', v.parent_id, 'covered', v.covered,
        'restricted', v.restricted)) d
    where d.value is distinct from jsonb_build_object('type', p.type, 'name', p.name, 'shortName', p.short_name, 'parent', p.parent_id,
        'covered', p.covered, 'belowCovered', p.below_covered, 'restricted', p.restricted) -> d.key)
  from structure.unit_version v join structure.unit_version p on p.unit_id = v.unit_id and upper(p.valid_at) = lower(v.valid_at)
  where a.part = 'changed' and v.unit_id = a.unit_id and v.opened_by = a.act_id;
alter table structure.act_unit enable trigger user;

-- What an act says holds names: a restricted one is told only within reach, as the unit's own versions are.
drop policy open_to_signed_in on structure.act_unit;
create policy names_are_open_unless_restricted on structure.act_unit for select to lienchi_reader
  using ((select kernel.account()) is not null
    and (not (said ? 'name') or exists (select from structure.unit_version v where v.unit_id = act_unit.unit_id)));
drop policy open_to_signed_in on structure.act_unit_was;
create policy names_are_open_unless_restricted on structure.act_unit_was for select to lienchi_reader
  using ((select kernel.account()) is not null
    and (not (said ? 'name') or exists (select from structure.unit_version v where v.unit_id = act_unit_was.unit_id)
      or exists (select from structure.unit_version_was v where v.unit_id = act_unit_was.unit_id)));

create table structure.act_belonging (
  act_id uuid not null references structure.act,
  family text not null,
  thing text not null,
  unit_id uuid not null references structure.unit (id),
  to_unit_id uuid references structure.unit (id),
  until_on date,
  constraint act_belonging_pkey primary key (act_id, family, thing, unit_id),
  constraint a_belonging_is_of_a_known_family check (family in ('organ', 'counterpart', 'fact', 'alias'))
);
comment on table structure.act_belonging is 'Organs, counterparts, facts and aliases that an act moved to another unit or ended with theirs.';
comment on column structure.act_belonging.until_on is 'Until when it held before the act (null: open), so that the act can be taken back.';
call kernel.make_temporal('structure.act_belonging');
create index act_belonging_by_unit on structure.act_belonging (unit_id);
alter table structure.act_belonging enable row level security;
create policy commands_write on structure.act_belonging to lienchi_writer using (true) with check (true);
create policy with_its_unit on structure.act_belonging for select to lienchi_reader
  using ((select kernel.account()) is not null and exists (select from structure.unit_version v where v.unit_id = act_belonging.unit_id));
create policy commands_read on structure.act_belonging_was for select to lienchi_writer using (true);
create policy with_its_unit on structure.act_belonging_was for select to lienchi_reader
  using ((select kernel.account()) is not null
    and (exists (select from structure.unit_version v where v.unit_id = act_belonging_was.unit_id)
      or exists (select from structure.unit_version_was v where v.unit_id = act_belonging_was.unit_id)));
grant select on structure.act_belonging to lienchi_reader;
grant select, insert, update, delete on structure.act_belonging to lienchi_writer;

-- The guard at commit looks at every row that an act writes: by the unit, never by the line. The index over lines holds each root for every
-- unit below it, and the thousands of rows of one act share their period: neither equality must tempt the planner (`is true`).
create index unit_path_of_unit on structure.unit_path (unit_id);
create index unit_version_of_unit on structure.unit_version (unit_id);
create or replace function structure.every_unit_hangs_on_a_root() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  held boolean;
begin
  if not exists (select from structure.unit_version v where v.unit_id = new.unit_id and (v.valid_at = new.valid_at) is true
      and v.parent_id is not distinct from new.parent_id) then
    return null; -- changed again or taken away in the same transaction: the last word is checked
  end if;
  if new.parent_id is null then
    select coalesce(range_agg(p.valid_at), '{}'::datemultirange) @> new.valid_at into held
    from structure.unit_path p where p.unit_id = new.unit_id and p.valid_at && new.valid_at
      and (p.ancestors = array[new.unit_id]) is true;
  else
    select coalesce(range_agg(p.valid_at * above.valid_at), '{}'::datemultirange) @> new.valid_at into held
    from structure.unit_path p
      join structure.unit_path above on above.unit_id = new.parent_id and above.valid_at && p.valid_at
    where p.unit_id = new.unit_id and p.valid_at && new.valid_at and (p.ancestors = above.ancestors || new.unit_id) is true
      and new.unit_id <> all (above.ancestors);
  end if;
  if not held then
    raise exception 'unit % does not hang on a root', new.unit_id using errcode = '23514', constraint = 'every_unit_hangs_on_a_root';
  end if;
  return null;
end $$;

-- The lines of some units and of all below them, before and after what has just changed; the rest of the tree stays.
create procedure structure.rebuild_paths_of(touched uuid[]) language plpgsql as $$
declare affected uuid[];
begin
  -- By joins: comparing thousands of ids with thousands of lines as arrays costs their product.
  select coalesce(array_agg(distinct id), '{}') into affected from (
    select p.unit_id as id from structure.unit_path p cross join lateral unnest(p.ancestors) as a (id) join unnest(touched) as t (id) using (id)
    union select unnest(touched)) below;
  delete from structure.unit_path p using unnest(affected) as a (id) where p.unit_id = a.id;
  insert into structure.unit_path (unit_id, ancestors, valid_at)
  with recursive affected_unit as (
    select distinct unnest(affected) as id
  ), line as (
    select v.unit_id, v.valid_at, array[v.unit_id] as ancestors
    from structure.unit_version v join affected_unit a on a.id = v.unit_id where v.parent_id is null
    union all
    select v.unit_id, v.valid_at * p.valid_at, p.ancestors || v.unit_id
    from structure.unit_version v join affected_unit a on a.id = v.unit_id
      join structure.unit_path p on p.unit_id = v.parent_id and p.valid_at && v.valid_at
    where v.unit_id <> all (p.ancestors)
    union all
    select v.unit_id, v.valid_at * line.valid_at, line.ancestors || v.unit_id
    from line join structure.unit_version v on v.parent_id = line.unit_id and v.valid_at && line.valid_at
      join affected_unit a on a.id = v.unit_id -- who stood below in other times only has lines of its own, which hold
    where v.unit_id <> all (line.ancestors)
  )
  select unit_id, ancestors, unnest(range_agg(valid_at)) from line group by unit_id, ancestors;
end $$;
comment on procedure structure.rebuild_paths_of is 'Derives unit_path anew for some units and what stands or stood below them.';

-- A unit that does not live on the anchor date is asked for on the nearest day of its life: who held it last may correct its past.
create or replace function structure.in_reach(unit uuid) returns boolean stable security definer set search_path = pg_catalog language sql
  return kernel.reach_whole() or unit = any (kernel.reach_own()) or exists (
    select from structure.unit u join structure.unit_path p on p.unit_id = u.id
    where u.id = unit and p.ancestors && kernel.reach_below() and p.valid_at @> case
      when kernel.anchor() < lower(u.life) then lower(u.life)
      when kernel.anchor() >= upper(u.life) then upper(u.life) - 1
      else kernel.anchor() end);
comment on function structure.in_reach is 'The unit lies under a grant of the actor on the anchor date, or on the nearest day of its life.';

-- Figures say how much of what they count is invented, and on which days no source says what there is to count ---------------------------

drop function figures.units_by_type;
create function figures.units_by_type(root uuid, days date[])
returns table (on_day date, type text, direct bigint, below bigint, direct_invented bigint, below_invented bigint)
stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan language plpgsql as $$
declare a_day date;
begin
  foreach a_day in array days loop
    return query
      select a_day, v.type, count(*) filter (where v.parent_id = root), count(*),
        count(*) filter (where v.parent_id = root and v.illustrative), count(*) filter (where v.illustrative)
      from structure.unit_path p join structure.unit_version v on v.unit_id = p.unit_id and v.valid_at @> a_day
      where p.ancestors @> array[root] and p.valid_at @> a_day and p.unit_id <> root
      group by v.type;
  end loop;
end $$;
comment on function figures.units_by_type is
  'How many units of each type stand under a unit on each of some days, directly and at any depth, and how many of them are invented.';

drop function figures.units_below;
create function figures.units_below(on_day date, counted text[])
returns table (unit_id uuid, units bigint, invented bigint)
stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan language plpgsql as $$
begin
  return query
    select a.ancestor, count(*), count(*) filter (where v.illustrative)
    from structure.unit_path p
      join structure.unit_version v on v.unit_id = p.unit_id and v.valid_at @> on_day and v.type = any (counted)
      cross join lateral unnest(p.ancestors) as a (ancestor)
    where p.valid_at @> on_day and a.ancestor <> p.unit_id
    group by a.ancestor;
end $$;
comment on function figures.units_below is
  'For every unit of the tree on a day: how many units of the given types stand below it, and how many of them are invented.';

create function figures.not_covered(days date[])
returns table (on_day date, unit_id uuid, directly boolean)
stable security definer set search_path = pg_catalog language sql as $$
  select d.day, a.ancestor, bool_or(a.ancestor = v.unit_id)
  from unnest(days) as d (day)
    join structure.unit_version v on v.valid_at @> d.day and not v.below_covered
    join structure.unit_path p on p.unit_id = v.unit_id and p.valid_at @> d.day
    cross join lateral unnest(p.ancestors) as a (ancestor)
  group by d.day, a.ancestor
$$;
comment on function figures.not_covered is
  'Units of which no source says, on a day, what stands below them: themselves (directly), or somewhere below them.';
revoke all on function figures.units_by_type, figures.units_below, figures.not_covered from public;
grant execute on function figures.units_by_type, figures.units_below, figures.not_covered to lienchi_reader, lienchi_writer, lienchi_figures;
