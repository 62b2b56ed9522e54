-- Role sets with what else is said of them; grants with reach, origin and document; deputising; mandates; compartments.
alter table access.role
  add column inside boolean not null default true,
  add column second_factor boolean not null default false,
  add column gives text[] not null default '{}',
  add column needs text not null default 'any',
  add constraint a_role_needs_something_known check (needs in ('any', 'unit', 'whole'));
comment on column access.role.inside is 'False: of somebody who acts towards the Party organisation and does not belong to it (agency head, officer of a political-social organisation).';
comment on column access.role.second_factor is 'Whoever holds it signs in with a second factor.';
comment on column access.role.gives is 'Roles that its holder may give within reach.';
comment on column access.role.needs is 'Whether it is held for a unit, for the whole organisation, or either.';
call kernel.make_temporal('access.role');
create policy commands_read on access.role_was for select to lienchi_writer using (true);
create policy roles_are_open on access.role_was for select to lienchi_reader using ((select kernel.account()) is not null);

create table access.mandate (
  id uuid primary key,
  kind text not null,
  name text not null,
  document jsonb not null,
  unit_id uuid not null,
  valid_at daterange not null,
  -- At the latest on this day the person concerned is shown what was read; the regulation of the mandate sets it.
  shown_on date not null,
  constraint a_mandate_has_days check (kernel.is_days(valid_at)),
  constraint a_mandate_of_a_kind check (kind in ('inspection', 'complaint'))
);
call kernel.make_temporal('access.mandate');
comment on table access.mandate is 'A named mandate of inspection or complaint: its team reads within its units, and the persons concerned are told when it closes, or on shown_on.';

alter table access.held_grant
  add column reach text,
  add column origin_kind text not null default 'appointment',
  add column document jsonb,
  add column handed_from uuid,
  add column reason text,
  add column mandate_id uuid references access.mandate;
alter table access.held_grant_was
  add column reach text,
  add column origin_kind text not null default 'appointment',
  add column document jsonb,
  add column handed_from uuid,
  add column reason text,
  add column mandate_id uuid;
alter table access.held_grant disable trigger user;
update access.held_grant set reach = case when below then 'below' else 'own' end;
update access.held_grant_was set reach = case when below then 'below' else 'own' end;
alter table access.held_grant enable trigger user;
alter table access.held_grant drop column below;
alter table access.held_grant_was drop column below;
alter table access.held_grant
  alter column reach set not null,
  add constraint a_reach_is_known check (reach in ('own', 'below', 'organs')),
  add constraint the_whole_reaches_below check (unit_id is not null or reach = 'below'),
  add constraint an_origin_is_known check (origin_kind in ('post', 'appointment', 'deputy', 'mandate')),
  add constraint a_deputy_has_a_reason_and_an_end check ((origin_kind = 'deputy') = (handed_from is not null)
    and (handed_from is null or (reason is not null and not upper_inf(valid_at)))),
  add constraint a_mandate_grants_by_its_own_kind check ((origin_kind = 'mandate') = (mandate_id is not null));
comment on column access.held_grant.reach is 'own: the unit alone · below: the unit and what stands below it · organs: the organs of the committee.';
comment on column access.held_grant.origin is 'Name of the post, appointment or mandate it comes from.';
comment on column access.held_grant.document is 'The document of the origin: kind, symbol, day, issuer.';
comment on column access.held_grant.handed_from is 'The grant that its holder handed on; it ends with that one.';
create index held_grant_by_unit on access.held_grant (unit_id);
create index held_grant_handed on access.held_grant (handed_from) where handed_from is not null;

-- Who administered an installation of 0.1.0 could do everything; what is no administrator's any more they keep as organisation officer.
insert into access.held_grant (id, account_id, role, unit_id, reach, valid_at, origin_kind, origin)
  select uuidv7(), account_id, 'organisation_officer', null, 'below', valid_at, 'appointment', 'Giữ quyền đã có khi nâng cấp'
  from access.held_grant where role = 'administrator' and upper_inf(valid_at);

-- Compartments -------------------------------------------------------------------------------------------------------------------

create table access.compartment (
  id uuid primary key,
  kind text not null,
  name text not null,
  unit_id uuid not null,
  -- What is held apart even from the team (a denouncer's identity) is a compartment of its own within the other.
  within uuid references access.compartment,
  document jsonb,
  valid_at daterange not null,
  constraint a_compartment_has_days check (kernel.is_days(valid_at))
);
call kernel.make_temporal('access.compartment');
comment on table access.compartment is 'What is apart from the tree: the matter of one case, for its named team, for its period. No grant opens it.';
create table access.compartment_team (
  compartment_id uuid not null references access.compartment,
  account_id uuid not null references access.account,
  part text not null,
  valid_at daterange not null,
  constraint compartment_team_pkey primary key (compartment_id, account_id, valid_at without overlaps),
  constraint a_team_has_days check (kernel.is_days(valid_at)),
  constraint a_part_is_known check (part in ('head', 'member'))
);
call kernel.make_temporal('access.compartment_team');
comment on table access.compartment_team is 'Who works on the case, since when and until when.';
create index compartment_team_by_account on access.compartment_team (account_id);
create table access.compartment_subject (
  compartment_id uuid not null references access.compartment,
  account_id uuid not null references access.account,
  entry bigint default kernel.entry(),
  constraint compartment_subject_pkey primary key (compartment_id, account_id)
);
comment on table access.compartment_subject is 'Whom the case is about: shut out of it whatever the post reaches.';
create index compartment_subject_by_account on access.compartment_subject (account_id);

do $$
declare name text;
begin
  foreach name in array array['mandate', 'compartment', 'compartment_team', 'compartment_subject'] loop
    execute format('alter table access.%I enable row level security', name);
    execute format('create policy commands_write on access.%I to lienchi_writer using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on access.%I to lienchi_writer', name);
    execute format('create policy system_reads on access.%I for select to lienchi_system using (true)', name);
    execute format('grant select on access.%I to lienchi_reader, lienchi_system', name);
  end loop;
end $$;
do $$
declare name text;
begin
  foreach name in array array['mandate_was', 'compartment_was', 'compartment_team_was', 'held_grant_was'] loop
    execute format('create policy commands_read on access.%I for select to lienchi_writer using (true)', name);
  end loop;
end $$;
create policy the_team_reads on access.compartment for select to lienchi_reader using (id = any ((select kernel.compartments())::uuid[]));
create policy the_team_reads on access.compartment_team for select to lienchi_reader using (compartment_id = any ((select kernel.compartments())::uuid[]));
create policy the_team_reads on access.compartment_subject for select to lienchi_reader using (compartment_id = any ((select kernel.compartments())::uuid[]));
create policy its_team_and_overseers_read on access.mandate for select to lienchi_reader using ((select kernel.reach_whole())
  or exists (select from access.held_grant g where g.mandate_id = mandate.id));

-- Who reads accounts and grants --------------------------------------------------------------------------------------------------

create function access.units_in_reach() returns setof uuid stable security definer set search_path = pg_catalog language sql as $$
  select unnest(kernel.reach_own())
  union select unnest(kernel.reach_below())
  union select p.unit_id from structure.unit_path p where p.valid_at @> kernel.anchor() and p.ancestors && kernel.reach_below()
$$;
comment on function access.units_in_reach is 'The units under the actor''s grants for this capability on the anchor date.';
drop policy own_grants on access.held_grant;
create policy own_and_in_reach on access.held_grant for select to lienchi_reader using (account_id = (select kernel.account())
  or (select kernel.reach_whole()) or unit_id in (select access.units_in_reach()));
drop policy own_account on access.account;
create policy own_and_in_reach on access.account for select to lienchi_reader using (id = (select kernel.account())
  or (select kernel.reach_whole()) or exists (select from access.held_grant g where g.account_id = account.id));

-- A transparent house: who holds power over a unit is told to those who hold it too. Only grants, never what was done with them.
create function access.grants_over(unit uuid, on_day date)
returns table (id uuid, account_id uuid, role text, unit_id uuid, reach text, valid_at daterange, origin_kind text, origin text,
  handed_from uuid, mandate_id uuid, known_from timestamptz, depth int)
stable security definer set search_path = pg_catalog language sql as $$
  select g.id, g.account_id, g.role, g.unit_id, g.reach, g.valid_at, g.origin_kind, g.origin, g.handed_from, g.mandate_id,
    -- Since when it was recorded: what was believed of it before counts.
    least(g.known_from, (select min(lower(w.known)) from access.held_grant_was w where w.id = g.id)),
    (select cardinality(p.ancestors) from structure.unit_path p where p.unit_id = g.unit_id and p.valid_at @> on_day)
  from access.held_grant g
  where g.valid_at @> on_day
    and (g.unit_id is null or (g.reach <> 'organs' and g.unit_id = unit)
      or (g.reach = 'below' and exists (select from structure.unit_path p
        where p.unit_id = unit and p.valid_at @> on_day and p.ancestors @> array[g.unit_id])))
    and (g.handed_from is null or exists (select from access.held_grant o where o.id = g.handed_from and o.valid_at @> on_day))
$$;
comment on function access.grants_over is 'The grants in force on a day that cover a unit as the tree stood on that day (null: the whole organisation), with how deep their own unit stood.';
create function access.names_of(accounts uuid[]) returns table (id uuid, name text) stable security definer set search_path = pg_catalog language sql as $$
  select a.id, a.name from access.account a where a.id = any (accounts)
$$;
comment on function access.names_of is 'The names of holders of grants, for those who may ask who holds power over a unit.';
revoke all on function access.grants_over, access.names_of, access.units_in_reach from public;
grant execute on function access.grants_over, access.names_of, access.units_in_reach to lienchi_reader, lienchi_writer, lienchi_system;
create function access.holders_of(grants uuid[], on_day date) returns table (id uuid, account_id uuid) stable security definer set search_path = pg_catalog language sql as $$
  select g.id, g.account_id from access.held_grant g where g.id = any (grants) and g.valid_at @> on_day
$$;
comment on function access.holders_of is 'Who held some grants on a day: in whose place a deputy acts.';
create function access.handed_on_by(holder uuid) returns setof access.held_grant stable security definer set search_path = pg_catalog language sql as $$
  select d.* from access.held_grant d where holder = kernel.account()
    and exists (select from access.held_grant g where g.id = d.handed_from and g.account_id = holder)
$$;
comment on function access.handed_on_by is 'What somebody handed on of their own grants; answered to that person alone.';
revoke all on function access.holders_of, access.handed_on_by from public;
grant execute on function access.holders_of, access.handed_on_by to lienchi_reader, lienchi_writer;
