-- Run by the migrating login before the migrations, and at every start where the product has a login of its own: what a migration
-- cannot own. Must be harmless when repeated.
-- Roles live in the cluster, not in the database, so a second database finds them there.
do $$
declare role_name text;
begin
  foreach role_name in array array['lienchi_owner', 'lienchi_reader', 'lienchi_writer', 'lienchi_figures', 'lienchi_system'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      begin
        execute format('create role %I nologin', role_name);
      exception when duplicate_object or unique_violation then
        null; -- another database of this cluster made it at this moment: the migrations' lock holds within one database only
      end;
    end if;
    if not pg_has_role(current_user, role_name, 'set') then
      execute format('grant %I to current_user', role_name);
    end if;
  end loop;
end $$;

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

do $$
begin
  execute format('grant create on database %I to lienchi_owner', current_database());
end $$;

-- Apart from the grant: an exception undoes everything in its block.
do $$
begin
  -- A policy in front of a search loses the index unless the search's operators cannot leak (they raise nothing about the row).
  -- Only a superuser may say so; where it is refused, /readyz warns that searches under reach are slow.
  alter function pg_catalog.textlike(text, text) leakproof;
  alter function pg_catalog.range_contains_elem(anyrange, anyelement) leakproof;
  alter function pg_catalog.elem_contained_by_range(anyelement, anyrange) leakproof;
  alter function pg_catalog.range_overlaps(anyrange, anyrange) leakproof;
  alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof;
exception when insufficient_privilege then
  raise warning 'lienchi: operators not marked leakproof; searches under reach will be slower';
end $$;
