-- Units through time: who stood where under whom, by which act, on which source.
create schema structure;
comment on schema structure is 'Units through time, lineage, organs of a committee, counterparts, figures that documents state.';
grant usage on schema structure to lienchi_reader, lienchi_writer;

-- What is data: types, what may stand under what, kinds --------------------------------------------------------------------------

create table structure.source (
  code text primary key,
  title_vi text not null,
  title_en text not null,
  grade text not null,
  address text,
  constraint a_grade_is_known check (grade in ('seed', 'found', 'own', 'illustrative', 'entered'))
);
comment on table structure.source is 'Where a fact comes from; what is invented says so (illustrative), what users enter is entered.';

create table structure.unit_type (
  code text not null,
  valid_at daterange not null,
  name_vi text not null,
  name_en text not null,
  short_name_vi text,
  short_name_en text,
  rank int not null,
  may_be_root boolean not null,
  unconfirmed text[] not null default '{}',
  is_party_organisation boolean not null,
  is_grassroots boolean not null,
  is_cell boolean not null,
  members_from int,
  members_below int,
  own_number_series boolean not null,
  has_seal boolean,
  term_months int,
  grade text not null,
  note_vi text,
  note_en text,
  constraint unit_type_pkey primary key (code, valid_at without overlaps),
  constraint unit_type_days check (kernel.is_days(valid_at))
);
call kernel.make_temporal('structure.unit_type');
comment on table structure.unit_type is 'Types of unit with their thresholds and terms, dated: a rule of 2010 is not a rule of 2025.';
comment on column structure.unit_type.unconfirmed is 'Fields whose value no source document states: shown as unconfirmed.';
comment on column structure.unit_type.members_from is 'A unit of this type has at least so many members; less asks for the superior''s consent, it is never refused.';
comment on column structure.unit_type.members_below is 'A unit of this type has fewer members than this.';

create table structure.unit_type_under (
  type text not null,
  parent_type text not null,
  valid_at daterange not null,
  grade text not null,
  constraint unit_type_under_pkey primary key (type, parent_type, valid_at without overlaps),
  constraint unit_type_under_days check (kernel.is_days(valid_at))
);
comment on table structure.unit_type_under is 'What may stand directly under what, dated.';
call kernel.make_temporal('structure.unit_type_under');

create table structure.kind (
  family text not null,
  code text not null,
  valid_at daterange not null,
  name_vi text not null,
  name_en text not null,
  grade text not null,
  value_type text,
  choices text[],
  restricted boolean not null default false,
  rank int not null default 0,
  constraint kind_pkey primary key (family, code, valid_at without overlaps),
  constraint kind_days check (kernel.is_days(valid_at)),
  constraint a_family_is_known check (family in ('organ', 'counterpart', 'fact', 'agency')),
  constraint a_fact_has_a_value_type check (family <> 'fact' or value_type in ('text', 'integer', 'boolean', 'choice', 'date'))
);
comment on table structure.kind is 'Kinds of organ, counterpart, fact and agency, dated.';
call kernel.make_temporal('structure.kind');

create table structure.measure (
  code text primary key,
  name_vi text not null,
  name_en text not null,
  definition_vi text not null,
  definition_en text not null,
  -- direct: among direct subordinates · below: at any depth · none: no module counts it yet
  computed text not null,
  types text[] not null default '{}',
  rank int not null default 0,
  constraint a_measure_is_computed_somehow check (computed in ('direct', 'below', 'none'))
);
comment on table structure.measure is 'What a figure counts, so that a published and a computed one can stand side by side.';

-- Acts ---------------------------------------------------------------------------------------------------------------------------

create table structure.act (
  id uuid primary key,
  kind text not null,
  effective_on date not null,
  effective_precision text not null,
  decision_kind text,
  decision_symbol text,
  decision_on date,
  decision_organ text,
  note_vi text,
  note_en text,
  source text not null references structure.source,
  -- Order among acts of one day.
  place int not null default 0,
  constraint act_kind_is_known check (kind in ('establish', 'rename', 'retype', 'reparent', 'merge_new', 'merge_into', 'divide', 'separate', 'end', 'restructure', 'record', 'correct')),
  constraint act_precision_is_known check (effective_precision in ('day', 'month', 'year', 'not_later', 'unknown'))
);
comment on table structure.act is 'One reorganisation of the field''s own kinds, with its effective date and the paper behind it.';
comment on column structure.act.effective_on is 'The day, or a representative day for order where the precision is less (first day of month or year; last day possible for not_later).';
comment on column structure.act.decision_symbol is 'As written. Symbols are not unique: 98-QĐ/TW is two documents.';
call kernel.make_temporal('structure.act');
create index act_in_order on structure.act (effective_on, place, id);

-- Units --------------------------------------------------------------------------------------------------------------------------

create table structure.unit (
  id uuid primary key,
  life daterange not null,
  constraint unit_life unique (id, life without overlaps),
  constraint unit_days check (kernel.is_days(life))
);
comment on table structure.unit is 'A unit and its life. Other modules point here with PERIOD keys, so that a rename re-checks nothing.';
call kernel.make_temporal('structure.unit');

create table structure.unit_version (
  unit_id uuid not null,
  valid_at daterange not null,
  type text not null,
  name text not null,
  short_name text,
  name_folded text not null,
  name_sort text collate "C" not null,
  parent_id uuid,
  is_root boolean not null,
  -- false: no source covers this time; a question about it answers "chưa có tư liệu".
  covered boolean not null default true,
  restricted boolean not null default false,
  -- Copied from the source of the act that opened it: what is invented says so wherever it is shown.
  illustrative boolean not null default false,
  opened_by uuid not null references structure.act,
  closed_by uuid references structure.act,
  constraint unit_version_pkey primary key (unit_id, valid_at without overlaps),
  constraint unit_version_days check (kernel.is_days(valid_at)),
  constraint a_root_has_no_parent_and_others_have_one check ((parent_id is null) = is_root),
  constraint a_unit_is_not_its_own_parent check (parent_id <> unit_id),
  constraint a_version_lies_in_its_units_life foreign key (unit_id, period valid_at) references structure.unit (id, period life) deferrable initially deferred,
  constraint a_parent_lives_as_long_as_its_child foreign key (parent_id, period valid_at) references structure.unit (id, period life) deferrable initially deferred,
  constraint a_name_is_clean_text check (kernel.is_clean_text(name) and name = btrim(name) and name <> '')
);
comment on table structure.unit_version is 'What a unit was called, of which type and under whom, for every day of its life.';
call kernel.make_temporal('structure.unit_version');
alter table structure.unit add constraint a_unit_is_described_every_day_of_its_life
  foreign key (id, period life) references structure.unit_version (unit_id, period valid_at) deferrable initially deferred;
-- PostgreSQL makes no index for the referencing side of a PERIOD key.
create index unit_version_by_unit on structure.unit_version using gist (unit_id, valid_at);
create index unit_version_by_parent on structure.unit_version using gist (parent_id, valid_at);
create index unit_version_by_name on structure.unit_version using gin (name_folded gin_trgm_ops);
create index unit_version_by_act on structure.unit_version (opened_by);
create index unit_version_by_closing_act on structure.unit_version (closed_by) where closed_by is not null;
create index unit_version_by_superseded on structure.unit_version_was using gist (unit_id, known);
create index unit_by_superseded on structure.unit_was using gist (id, known);

-- Derived in the same transaction as the act that changes it: the ancestors of a unit, root first, itself last.
create table structure.unit_path (
  unit_id uuid not null,
  valid_at daterange not null,
  ancestors uuid[] not null,
  constraint unit_path_pkey primary key (unit_id, valid_at without overlaps),
  constraint unit_path_days check (kernel.is_days(valid_at))
);
comment on table structure.unit_path is 'Derived from unit_version: the line of superiors of a unit, root first, itself last.';
create index unit_path_below on structure.unit_path using gin (ancestors);

create procedure structure.rebuild_paths() language plpgsql as $$
begin
  delete from structure.unit_path;
  insert into structure.unit_path (unit_id, ancestors, valid_at)
  with recursive line as (
    select unit_id, valid_at, array[unit_id] as ancestors from structure.unit_version where parent_id is null
    union all
    select v.unit_id, v.valid_at * line.valid_at, line.ancestors || v.unit_id
    from line join structure.unit_version v on v.parent_id = line.unit_id and v.valid_at && line.valid_at
    where v.unit_id <> all (line.ancestors)
  )
  select unit_id, ancestors, unnest(range_agg(valid_at)) from line group by unit_id, ancestors;
end $$;
comment on procedure structure.rebuild_paths is 'Derives unit_path anew from unit_version.';

-- A circle leaves its units without a line to a root: every day of every version must lie on a path.
create function structure.every_unit_hangs_on_a_root() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare loose uuid;
begin
  select v.unit_id into loose from structure.unit_version v
  where v.unit_id = new.unit_id and v.valid_at = new.valid_at
    and not coalesce((select range_agg(p.valid_at) from structure.unit_path p where p.unit_id = v.unit_id), '{}'::datemultirange) @> v.valid_at;
  if loose is not null then
    raise exception 'unit % does not hang on a root', loose using errcode = '23514', constraint = 'every_unit_hangs_on_a_root';
  end if;
  return null;
end $$;
create constraint trigger every_unit_hangs_on_a_root after insert or update on structure.unit_version
  deferrable initially deferred for each row execute function structure.every_unit_hangs_on_a_root();

create table structure.lineage (
  act_id uuid not null references structure.act,
  from_id uuid not null references structure.unit (id),
  to_id uuid not null references structure.unit (id),
  constraint lineage_pkey primary key (act_id, from_id, to_id),
  constraint nobody_descends_from_itself check (from_id <> to_id)
);
comment on table structure.lineage is 'Who goes on in whom, by which act.';
call kernel.make_temporal('structure.lineage');
create index lineage_by_from on structure.lineage (from_id);
create index lineage_by_to on structure.lineage (to_id);

create table structure.act_unit (
  act_id uuid not null references structure.act,
  unit_id uuid not null references structure.unit (id),
  part text not null,
  constraint act_unit_pkey primary key (act_id, unit_id, part),
  constraint a_part_is_known check (part in ('opened', 'changed', 'ended'))
);
comment on table structure.act_unit is 'Which units an act touched, and how: the history of a unit is read from here.';
call kernel.make_temporal('structure.act_unit');
create index act_unit_by_unit on structure.act_unit (unit_id);

create table structure.alias (
  unit_id uuid not null,
  name text not null,
  name_folded text not null,
  valid_at daterange not null,
  source text not null references structure.source,
  constraint alias_pkey primary key (unit_id, name, valid_at without overlaps),
  constraint alias_days check (kernel.is_days(valid_at)),
  constraint an_alias_lies_in_its_units_life foreign key (unit_id, period valid_at) references structure.unit (id, period life) deferrable initially deferred
);
comment on table structure.alias is 'Other names by which a unit is or was called.';
call kernel.make_temporal('structure.alias');
create index alias_by_name on structure.alias using gin (name_folded gin_trgm_ops);
create index alias_by_unit on structure.alias using gist (unit_id, valid_at);

create table structure.fact (
  unit_id uuid not null,
  kind text not null,
  valid_at daterange not null,
  value text not null,
  restricted boolean not null default false,
  source text not null references structure.source,
  constraint fact_pkey primary key (unit_id, kind, valid_at without overlaps),
  constraint fact_days check (kernel.is_days(valid_at)),
  constraint a_fact_lies_in_its_units_life foreign key (unit_id, period valid_at) references structure.unit (id, period life) deferrable initially deferred
);
comment on table structure.fact is 'Dated facts of a unit: seat, symbol for documents, kind of agency, abroad, full-time staff …';
comment on column structure.fact.restricted is 'Copied from the kind: shown only to the unit and its organisation officers (the place of a unit abroad).';
call kernel.make_temporal('structure.fact');
create index fact_by_unit on structure.fact using gist (unit_id, valid_at);

create table structure.organ (
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  aliases text[] not null default '{}',
  valid_at daterange not null,
  source text not null references structure.source,
  constraint organ_pkey primary key (id, valid_at without overlaps),
  constraint organ_days check (kernel.is_days(valid_at)),
  constraint an_organ_lives_at_a_living_unit foreign key (unit_id, period valid_at) references structure.unit (id, period life) deferrable initially deferred
);
comment on table structure.organ is 'Bodies of a committee (văn phòng, ban, uỷ ban kiểm tra, tổ biên tập): never counted as Party organisations.';
call kernel.make_temporal('structure.organ');
create index organ_by_unit on structure.organ using gist (unit_id, valid_at);

create table structure.counterpart (
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  valid_at daterange not null,
  source text not null references structure.source,
  constraint counterpart_pkey primary key (id, valid_at without overlaps),
  constraint counterpart_days check (kernel.is_days(valid_at)),
  constraint a_counterpart_stands_at_a_living_unit foreign key (unit_id, period valid_at) references structure.unit (id, period life) deferrable initially deferred
);
comment on table structure.counterpart is 'Agency head, leadership, đảng đoàn / ban cán sự, political-social organisations, local committee at the seat.';
call kernel.make_temporal('structure.counterpart');
create index counterpart_by_unit on structure.counterpart using gist (unit_id, valid_at);

create table structure.published_figure (
  id uuid primary key,
  unit_id uuid not null references structure.unit (id),
  measure text not null references structure.measure,
  value bigint not null,
  qualifier text not null,
  as_of_on date not null,
  as_of_precision text not null,
  definition_vi text not null,
  definition_en text not null,
  as_written text,
  source text not null references structure.source,
  file_id uuid references kernel.file,
  constraint a_figure_is_not_negative check (value >= 0),
  constraint a_qualifier_is_known check (qualifier in ('exact', 'about', 'nearly', 'over'))
);
comment on table structure.published_figure is 'A figure as a document states it, with its own definition; a computed one stands beside it and never over it.';
call kernel.make_temporal('structure.published_figure');
create index published_figure_by_unit on structure.published_figure (unit_id, as_of_on);

-- Who reads ----------------------------------------------------------------------------------------------------------------------

create function structure.in_reach(unit uuid) returns boolean stable security definer set search_path = pg_catalog language sql
  return kernel.reach_whole() or unit = any (kernel.reach_own()) or exists (
    select from structure.unit_path p
    where p.unit_id = unit and p.valid_at @> kernel.anchor() and p.ancestors && kernel.reach_below());
comment on function structure.in_reach is 'The unit lies under a grant of the actor on the anchor date.';
revoke all on function structure.in_reach from public;
grant execute on function structure.in_reach to lienchi_reader, lienchi_writer;

-- Every table has row-level security. Writers are checked by the kernel before they start (a transfer moves rows out of reach).
do $$
declare name text;
begin
  foreach name in array array['source', 'unit_type', 'unit_type_under', 'kind', 'measure', 'act', 'unit', 'unit_version', 'unit_path',
    'lineage', 'act_unit', 'alias', 'fact', 'organ', 'counterpart', 'published_figure'] loop
    execute format('alter table structure.%I enable row level security', name);
    execute format('create policy commands_write on structure.%I to lienchi_writer using (true) with check (true)', name);
    execute format('grant select on structure.%I to lienchi_reader', name);
    execute format('grant select, insert, update, delete on structure.%I to lienchi_writer', name);
  end loop;
  -- The frame of the tree is open to every signed-in person of the organisation.
  foreach name in array array['source', 'unit_type', 'unit_type_under', 'kind', 'measure', 'act', 'unit', 'unit_path', 'lineage',
    'act_unit', 'alias', 'organ', 'counterpart', 'published_figure'] loop
    execute format('create policy open_to_signed_in on structure.%I for select to lienchi_reader using ((select kernel.account()) is not null)', name);
  end loop;
  foreach name in array array['unit_type', 'unit_type_under', 'kind', 'act', 'unit', 'unit_version', 'lineage', 'act_unit', 'alias', 'fact', 'organ', 'counterpart', 'published_figure'] loop
    execute format('create policy commands_read on structure.%I for select to lienchi_writer using (true)', name || '_was');
  end loop;
end $$;
create policy names_are_open_unless_restricted on structure.unit_version for select to lienchi_reader
  using ((select kernel.account()) is not null and (not restricted or structure.in_reach(unit_id)));
create policy facts_are_open_unless_restricted on structure.fact for select to lienchi_reader
  using ((select kernel.account()) is not null and (not restricted or structure.in_reach(unit_id)));
create policy names_are_open_unless_restricted on structure.unit_version_was for select to lienchi_reader
  using ((select kernel.account()) is not null and (not restricted or structure.in_reach(unit_id)));
create policy facts_are_open_unless_restricted on structure.fact_was for select to lienchi_reader
  using ((select kernel.account()) is not null and (not restricted or structure.in_reach(unit_id)));
do $$
declare name text;
begin
  foreach name in array array['unit_type', 'unit_type_under', 'kind', 'act', 'unit', 'lineage', 'act_unit', 'alias', 'organ', 'counterpart', 'published_figure'] loop
    execute format('create policy open_to_signed_in on structure.%I for select to lienchi_reader using ((select kernel.account()) is not null)', name || '_was');
  end loop;
end $$;

-- Figures ------------------------------------------------------------------------------------------------------------------------

-- Custom plans: with a generic one the planner cannot know how few rows hold on one day (5x to 60x).
create function figures.units_by_type(root uuid, days date[])
returns table (on_day date, type text, direct bigint, below bigint)
stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan language plpgsql as $$
declare a_day date;
begin
  foreach a_day in array days loop
    return query
      select a_day, v.type, count(*) filter (where v.parent_id = root), count(*)
      from structure.unit_path p join structure.unit_version v on v.unit_id = p.unit_id and v.valid_at @> a_day
      where p.ancestors @> array[root] and p.valid_at @> a_day and p.unit_id <> root
      group by v.type;
  end loop;
end $$;
comment on function figures.units_by_type is 'How many units of each type stand under a unit on each of some days, directly and at any depth.';

create function figures.units_below(on_day date, counted text[])
returns table (unit_id uuid, units bigint)
stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan language plpgsql as $$
begin
  return query
    select a.ancestor, count(*)
    from structure.unit_path p
      join structure.unit_version v on v.unit_id = p.unit_id and v.valid_at @> on_day and v.type = any (counted)
      cross join lateral unnest(p.ancestors) as a (ancestor)
    where p.valid_at @> on_day and a.ancestor <> p.unit_id
    group by a.ancestor;
end $$;
comment on function figures.units_below is 'For every unit of the tree on a day: how many units of the given types stand below it.';
create function figures.direct_by_type(superior uuid, on_day date)
returns table (type text, units bigint) stable security definer set search_path = pg_catalog language sql as $$
  select v.type, count(*) from structure.unit_version v where v.parent_id = superior and v.valid_at @> on_day group by v.type
$$;
comment on function figures.direct_by_type is 'How many units of each type stand directly under a unit on a day.';
revoke all on function figures.units_by_type, figures.units_below, figures.direct_by_type from public;
grant execute on function figures.units_by_type, figures.units_below, figures.direct_by_type to lienchi_reader, lienchi_writer, lienchi_figures;
