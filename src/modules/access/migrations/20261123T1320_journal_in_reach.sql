-- Who is given a unit and below reads the journal of what happened below, too: the policy only knew the unit that the grant names.
alter policy read_in_reach on journal.entry using (
  account_id = (select kernel.account()) or (select kernel.reach_whole())
  or units && (select kernel.reach_own()) or units && (select kernel.reach_below())
  or units && (select coalesce(array_agg(p.unit_id), '{}') from structure.unit_path p
    where p.valid_at @> kernel.anchor() and p.ancestors && kernel.reach_below()));
