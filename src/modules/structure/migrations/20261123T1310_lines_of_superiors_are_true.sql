-- Every day of every version must lie on a line of superiors that says what the version says: its parent's own line on that day, and
-- then itself. A line that was not derived anew let a circle through: each of its units still lay on some line.
create or replace function structure.every_unit_hangs_on_a_root() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  held boolean;
begin
  if not exists (select from structure.unit_version v where v.unit_id = new.unit_id and v.valid_at = new.valid_at
      and v.parent_id is not distinct from new.parent_id) then
    return null; -- changed again or taken away in the same transaction: the last word is checked
  end if;
  if new.parent_id is null then
    select coalesce(range_agg(p.valid_at), '{}'::datemultirange) @> new.valid_at into held
    from structure.unit_path p where p.unit_id = new.unit_id and p.valid_at && new.valid_at and p.ancestors = array[new.unit_id];
  else
    select coalesce(range_agg(p.valid_at * above.valid_at), '{}'::datemultirange) @> new.valid_at into held
    from structure.unit_path p
      join structure.unit_path above on above.unit_id = new.parent_id and above.valid_at && p.valid_at
    where p.unit_id = new.unit_id and p.valid_at && new.valid_at and p.ancestors = above.ancestors || new.unit_id
      and new.unit_id <> all (above.ancestors);
  end if;
  if not held then
    raise exception 'unit % does not hang on a root', new.unit_id using errcode = '23514', constraint = 'every_unit_hangs_on_a_root';
  end if;
  return null;
end $$;
