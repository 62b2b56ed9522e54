-- Blocks of format 2: a Merkle tree over every column of entry and detail as the database writes it, so that one entry can be proven
-- alone and no byte changes unseen. Blocks of format 1 stay as they were sealed and are verified as before.
alter table journal.block
  add column format int not null default 1,
  add column merkle_root bytea,
  add column last_entry bigint,
  add column closed_through bigint,
  add column horizon bigint,
  add constraint a_block_is_of_a_known_format check (
    format = 1 or (format = 2 and merkle_root is not null and last_entry is not null and closed_through is not null
      and horizon is not null)
  );
alter table journal.block alter column format drop default;
comment on column journal.block.root is 'The hash of the block, which the next one holds as its previous.';
comment on column journal.block.format is '1: a hash over all digests; 2: Merkle tree, header and tree hashed together.';
comment on column journal.block.last_entry is 'The greatest number of an entry sealed up to here.';
comment on column journal.block.closed_through is 'No entry up to this number is sealed after this block: whatever comes with such a number was put in later.';
comment on column journal.block.horizon is 'The first transaction that had not begun when the block was sealed; when all before it are over, its numbers are closed.';

alter table journal.sealed add column detail_digest bytea;
comment on column journal.sealed.detail_digest is 'Format 2: digest of the salted detail as it was sealed.';

create table journal.erasure (
  entry_id bigint primary key references journal.entry,
  by_entry bigint not null references journal.entry deferrable initially deferred,
  digest bytea not null
);
comment on table journal.erasure is 'Whose values were erased, by which entry, and the digest of what was left; that entry says it too, under its seal.';
alter table journal.erasure enable row level security;
create policy system_reads on journal.erasure for select to lienchi_system using (true);
create policy read_with_its_entry on journal.erasure for select to lienchi_reader
  using (exists (select from journal.entry e where e.id = entry_id));
grant select on journal.erasure to lienchi_system, lienchi_reader;

-- The one way to change what the journal keeps: values go, never come, and the entry that lets them go is named.
create function journal.erase_values(erased bigint, fresh_salt bytea, digest_of_rest bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if kernel.entry() is null or not exists (select from journal.sealed where entry_id = erased) then
    raise exception 'only a running command erases the values of a sealed entry' using errcode = '42501';
  end if;
  insert into journal.erasure (entry_id, by_entry, digest) values (erased, kernel.entry(), digest_of_rest);
  update journal.detail set salt = fresh_salt, actor_name = null, input = null, before = null, after = null
    where entry_id = erased;
end $$;
comment on function journal.erase_values is 'Erases who acted and what was sent and changed of a sealed entry; the old salt goes too, so that the sealed digest tells nothing.';
revoke execute on function journal.erase_values from public;
grant execute on function journal.erase_values to lienchi_writer;
