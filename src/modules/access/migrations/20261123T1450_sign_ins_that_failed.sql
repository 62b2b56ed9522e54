-- Tries at a name's password, so that nobody tries for ever; counted in the database, so that every process counts alike.
create table access.failed_sign_in (
  id uuid primary key default uuidv7(),
  name_digest bytea not null,
  tried_at timestamptz not null default clock_timestamp()
);
comment on table access.failed_sign_in is 'Sign-ins under way or failed, by a keyed digest of the name that was typed, whether there is such an account or not.';
create index failed_sign_in_by_name on access.failed_sign_in (name_digest, tried_at);
create index failed_sign_in_by_time on access.failed_sign_in (tried_at);
alter table access.failed_sign_in enable row level security;
create policy system_counts on access.failed_sign_in to lienchi_system using (true) with check (true);
create policy commands_forget on access.failed_sign_in to lienchi_writer using (true);
grant select, insert, delete on access.failed_sign_in to lienchi_system;
grant select, delete on access.failed_sign_in to lienchi_writer;
