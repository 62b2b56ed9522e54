-- Tries that may fail only so often: at a password, at a code. Counted in the database, so that every process counts alike.
create table kernel.tried (
  id uuid primary key default uuidv7(),
  what text not null,
  key_digest bytea not null,
  tried_at timestamptz not null default clock_timestamp()
);
comment on table kernel.tried is 'Tries under way or failed, by what was tried and a keyed digest of the name or network address: neither can be read from it.';
create index tried_by_key on kernel.tried (what, key_digest, tried_at);
create index tried_by_time on kernel.tried (tried_at);
alter table kernel.tried enable row level security;
create policy system_counts on kernel.tried to lienchi_system using (true) with check (true);
create policy commands_forget on kernel.tried to lienchi_writer using (true);
grant select, insert, delete on kernel.tried to lienchi_system;
grant select, delete on kernel.tried to lienchi_writer;
