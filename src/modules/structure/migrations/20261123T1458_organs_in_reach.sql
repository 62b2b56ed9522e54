-- A grant that reaches the organs of a committee reaches them and not the committee itself; one that reaches the committee reaches its organs too.
create function structure.organ_in_reach(organ uuid) returns boolean stable security definer set search_path = pg_catalog language sql as $$
  select exists (select from structure.organ o where o.id = organ and o.valid_at @> kernel.anchor()
    and (o.unit_id = any (kernel.reach_organs()) or structure.in_reach(o.unit_id)))
$$;
comment on function structure.organ_in_reach is 'The organ belongs on the anchor date to a committee whose organs, or which itself, the actor''s grants reach.';
revoke all on function structure.organ_in_reach from public;
grant execute on function structure.organ_in_reach to lienchi_reader, lienchi_writer;
