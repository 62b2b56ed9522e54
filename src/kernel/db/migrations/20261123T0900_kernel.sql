-- The kernel's own tables: settings, outbox, idempotency, drafts, files; and what every temporal table shares.
create schema kernel;
comment on schema kernel is 'What every capability rests on; knows no module.';
create schema journal;
comment on schema journal is 'Who did what, in which capacity, on which ground. Append-only by grant.';
create schema figures;
comment on schema figures is 'Counts by unit, never a name or a person: the only schema that role lienchi_figures can use.';

grant usage on schema kernel to lienchi_reader, lienchi_writer, lienchi_figures, lienchi_system;
grant usage on schema journal to lienchi_reader, lienchi_writer, lienchi_system;
grant usage on schema figures to lienchi_reader, lienchi_writer, lienchi_figures;

-- What `work` tells the database at the start of its transaction ---------------------------------------------------------------

create function kernel.recorded_now() returns timestamptz stable language sql
  return coalesce(nullif(current_setting('lienchi.now', true), '')::timestamptz, transaction_timestamp());
comment on function kernel.recorded_now() is 'The recorded time of the running capability: real in use, supplied by the demo and the history loader.';

create function kernel.entry() returns bigint stable language sql
  return nullif(current_setting('lienchi.entry', true), '')::bigint;
comment on function kernel.entry() is 'The journal entry that the running capability writes.';

create function kernel.account() returns uuid stable language sql
  return nullif(current_setting('lienchi.account', true), '')::uuid;
comment on function kernel.account() is 'The account that acts; null outside a session.';

create function kernel.anchor() returns date stable language sql
  return nullif(current_setting('lienchi.as_of', true), '')::date;
comment on function kernel.anchor() is 'The anchor date of the question: what a grant covers is asked on it.';

create function kernel.reach_own() returns uuid[] stable language sql
  return coalesce(nullif(current_setting('lienchi.reach_own', true), '')::uuid[], '{}');
comment on function kernel.reach_own() is 'Units that the actor''s grants name for this capability, today.';

create function kernel.reach_whole() returns boolean stable language sql
  return coalesce(current_setting('lienchi.reach_whole', true), '') = 'yes';
comment on function kernel.reach_whole() is 'The actor''s grant for this capability covers the whole organisation.';

create function kernel.reach_below() returns uuid[] stable language sql
  return coalesce(nullif(current_setting('lienchi.reach_below', true), '')::uuid[], '{}');
comment on function kernel.reach_below() is 'Units under which (and with which) the actor''s grants reach for this capability, today.';

-- Recorded time ------------------------------------------------------------------------------------------------------------------

create function kernel.keep_superseded() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare twin text := format('%I.%I', tg_table_schema, tg_table_name || '_was');
begin
  -- A row that this very recorded moment made was never believed by anybody.
  if old.known_from < kernel.recorded_now() then
    execute format('insert into %s select ($1).*, tstzrange(($1).known_from, kernel.recorded_now()), kernel.entry()', twin) using old;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.known_from = old.known_from then new.known_from := kernel.recorded_now(); end if;
  if new.entry is not distinct from old.entry then new.entry := kernel.entry(); end if;
  return new;
end $$;
comment on function kernel.keep_superseded() is 'Moves a corrected or ended row to <table>_was with the time through which it was believed.';

create procedure kernel.make_temporal(target regclass) language plpgsql as $$
declare
  schema_name text := (select nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target);
  table_name text := (select relname from pg_class where oid = target);
begin
  execute format('alter table %s add column known_from timestamptz not null default kernel.recorded_now(), add column entry bigint default kernel.entry()', target);
  execute format('create table %I.%I (like %s)', schema_name, table_name || '_was', target);
  execute format('alter table %I.%I add column known tstzrange not null, add column superseded_by bigint', schema_name, table_name || '_was');
  execute format('create index on %I.%I using gist (known)', schema_name, table_name || '_was');
  execute format('comment on table %I.%I is %L', schema_name, table_name || '_was', 'What was believed of ' || table_name || ' and through which recorded time.');
  execute format('create trigger %I before update or delete on %s for each row execute function kernel.keep_superseded()', table_name || '_keeps_what_was_believed', target);
  execute format('alter table %I.%I enable row level security', schema_name, table_name || '_was');
  execute format('grant select on %I.%I to lienchi_reader, lienchi_writer', schema_name, table_name || '_was');
end $$;
comment on procedure kernel.make_temporal is 'Gives a table its recorded time: known_from, entry, and the twin <table>_was that keeps superseded rows.';

create function kernel.is_days(period daterange) returns boolean immutable language sql
  return period is null or (not isempty(period) and not lower_inf(period) and lower(period) > '-infinity'
    and (upper_inf(period) or upper(period) < 'infinity'));
comment on function kernel.is_days is 'A half-open period of days with a first day; an open end is absent, never infinity.';

-- Settings -------------------------------------------------------------------------------------------------------------------------

create table kernel.setting (
  key text primary key,
  value jsonb not null,
  entry bigint default kernel.entry()
);
comment on table kernel.setting is 'Settings of this installation: time zone, the demo''s today, the organisation.';
grant select on kernel.setting to lienchi_reader, lienchi_writer, lienchi_figures, lienchi_system;
grant insert, update on kernel.setting to lienchi_writer;
alter table kernel.setting enable row level security;
create policy everybody_reads on kernel.setting for select using (true);
create policy commands_write on kernel.setting to lienchi_writer using (true) with check (true);

-- Journal --------------------------------------------------------------------------------------------------------------------------

create sequence journal.entry_id;
grant usage on sequence journal.entry_id to lienchi_reader, lienchi_writer;

create table journal.entry (
  id bigint primary key,
  capability text not null,
  account_id uuid,
  units uuid[] not null default '{}',
  subjects text[] not null default '{}',
  recorded_at timestamptz not null,
  written_at timestamptz not null default clock_timestamp(),
  -- SHA-256 over the salted detail: the chain stays whole when a personal value is corrected or has to go.
  detail_digest bytea not null,
  written_xid xid8 not null default pg_current_xact_id()
);
comment on table journal.entry is 'One row per act: what the chain seals. Names and values are in journal.detail.';
comment on column journal.entry.recorded_at is 'Recorded time (supplied with the act by demo and history loader).';
comment on column journal.entry.written_at is 'The machine''s time, always real.';
create index entry_by_unit on journal.entry using gin (units);
create index entry_by_subject on journal.entry using gin (subjects);
create index entry_by_time on journal.entry (recorded_at desc, id desc);

create table journal.detail (
  entry_id bigint primary key references journal.entry,
  salt bytea not null,
  actor_name text,
  capacity text,
  input jsonb,
  before jsonb,
  after jsonb,
  ground jsonb
);
comment on table journal.detail is 'Values of an entry, outside the chain; the chain holds their salted digest.';

create table journal.attempt (
  id uuid primary key,
  written_at timestamptz not null default clock_timestamp(),
  account_id uuid,
  capability text not null,
  status int not null,
  code text not null
);
comment on table journal.attempt is 'What was tried and refused (401, 403, 409, 422), without the input.';

create table journal.reading (
  id uuid primary key,
  read_at timestamptz not null default clock_timestamp(),
  account_id uuid not null,
  capability text not null,
  subjects text[] not null
);
comment on table journal.reading is 'Who read personal data, written in the transaction that read it.';

create table journal.block (
  no bigint primary key,
  first_position bigint not null,
  last_position bigint not null,
  root bytea not null,
  previous bytea not null,
  signature bytea,
  sealed_at timestamptz not null default clock_timestamp(),
  constraint a_block_holds_something check (last_position >= first_position)
);
comment on table journal.block is 'A sealed stretch of the journal: hash over its entries, chained to the block before.';

create table journal.sealed (
  position bigint primary key,
  entry_id bigint not null unique references journal.entry,
  digest bytea not null
);
comment on table journal.sealed is 'Positions without gaps, given by the sealer alone: identity numbers have gaps and commit out of order.';

alter table journal.entry enable row level security;
alter table journal.detail enable row level security;
alter table journal.attempt enable row level security;
alter table journal.reading enable row level security;
alter table journal.block enable row level security;
alter table journal.sealed enable row level security;
create policy written_by_commands on journal.entry for insert to lienchi_writer with check (true);
create policy written_by_commands on journal.detail for insert to lienchi_writer with check (true);
create policy read_in_reach on journal.entry for select to lienchi_reader
  using (units && (select kernel.reach_own()) or units && (select kernel.reach_below()) or account_id = (select kernel.account()) or (select kernel.reach_whole()));
create policy read_with_its_entry on journal.detail for select to lienchi_reader
  using (exists (select from journal.entry e where e.id = entry_id));
create policy system_reads on journal.entry for select to lienchi_system using (true);
create policy system_reads on journal.detail for select to lienchi_system using (true);
create policy system_writes on journal.attempt for insert to lienchi_system with check (true);
create policy readers_write on journal.reading for insert to lienchi_reader, lienchi_writer with check (true);
create policy own_reading on journal.reading for select to lienchi_reader using (account_id = (select kernel.account()));
create policy system_seals on journal.block to lienchi_system using (true) with check (true);
create policy system_seals on journal.sealed to lienchi_system using (true) with check (true);
create policy everyone_verifies on journal.block for select to lienchi_reader using (true);
create policy everyone_verifies on journal.sealed for select to lienchi_reader using (true);
grant insert on journal.entry, journal.detail to lienchi_writer;
grant select on journal.entry, journal.detail, journal.reading, journal.block, journal.sealed to lienchi_reader;
grant insert on journal.reading to lienchi_reader, lienchi_writer;
grant select on journal.entry, journal.detail to lienchi_system;
grant insert on journal.attempt to lienchi_system;
grant select, insert on journal.block, journal.sealed to lienchi_system;

-- Outbox and idempotency -----------------------------------------------------------------------------------------------------------

create table kernel.outbox (
  id uuid primary key,
  job text not null,
  payload jsonb not null,
  entry bigint default kernel.entry(),
  put_at timestamptz not null default clock_timestamp()
);
comment on table kernel.outbox is 'Jobs and news to hand on after the commit; the relay outside any request empties it.';
create index outbox_in_order on kernel.outbox (put_at);
alter table kernel.outbox enable row level security;
create policy commands_put on kernel.outbox for insert to lienchi_writer with check (true);
create policy relay_takes on kernel.outbox to lienchi_system using (true);
grant insert on kernel.outbox to lienchi_writer;
grant select, delete on kernel.outbox to lienchi_system;

create table kernel.answered (
  account_id uuid not null,
  capability text not null,
  key text not null,
  input_digest bytea not null,
  answer jsonb not null,
  answered_at timestamptz not null default clock_timestamp(),
  primary key (account_id, capability, key),
  constraint a_key_is_short check (length(key) <= 200)
);
comment on table kernel.answered is 'Answers of commands by their Idempotency-Key, kept 48 hours: sent twice, done once.';
create index answered_by_time on kernel.answered (answered_at);
alter table kernel.answered enable row level security;
create policy own_answers on kernel.answered for select to lienchi_writer using (account_id = (select kernel.account()));
create policy commands_answer on kernel.answered for insert to lienchi_writer with check (account_id = (select kernel.account()));
create policy system_forgets on kernel.answered to lienchi_system using (true);
grant select, insert on kernel.answered to lienchi_writer;
grant select, delete on kernel.answered to lienchi_system;

-- Drafts ---------------------------------------------------------------------------------------------------------------------------

create table kernel.draft (
  account_id uuid not null,
  capability text not null,
  key text not null default '',
  value jsonb not null,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (account_id, capability, key),
  constraint a_draft_is_of_reasonable_size check (pg_column_size(value) < 2000000)
);
comment on table kernel.draft is 'What a person has typed and not yet sent, for one capability; seen by nobody else.';
alter table kernel.draft enable row level security;
create policy own_drafts_read on kernel.draft for select to lienchi_reader using (account_id = (select kernel.account()));
create policy own_drafts on kernel.draft to lienchi_writer using (account_id = (select kernel.account())) with check (account_id = (select kernel.account()));
grant select on kernel.draft to lienchi_reader;
grant select, insert, update, delete on kernel.draft to lienchi_writer;

-- Files ----------------------------------------------------------------------------------------------------------------------------

create table kernel.file (
  id uuid primary key,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea,
  purpose text not null,
  account_id uuid not null,
  -- The person's own answer at the upload: holds nothing classed Mật or above.
  declared_open boolean not null,
  put_at timestamptz not null default clock_timestamp(),
  complete boolean not null default false,
  constraint nothing_classed_is_kept check (declared_open)
);
comment on table kernel.file is 'Files by content type and digest; the bytes are in chunks, so one backup holds everything.';
create table kernel.file_chunk (
  file_id uuid not null references kernel.file on delete cascade,
  no int not null,
  bytes bytea not null,
  primary key (file_id, no)
);
comment on table kernel.file_chunk is 'Bytes of a file in slices of 256 KiB.';
alter table kernel.file enable row level security;
alter table kernel.file_chunk enable row level security;
create policy own_files on kernel.file for select to lienchi_reader using (account_id = (select kernel.account()));
create policy own_files_chunks on kernel.file_chunk for select to lienchi_reader using (exists (select from kernel.file f where f.id = file_id));
create policy commands_write on kernel.file to lienchi_writer using (true) with check (true);
create policy commands_write on kernel.file_chunk to lienchi_writer using (true) with check (true);
create policy system_clears on kernel.file to lienchi_system using (true);
create policy system_clears on kernel.file_chunk to lienchi_system using (true);
grant select on kernel.file, kernel.file_chunk to lienchi_reader;
grant select, insert, update on kernel.file to lienchi_writer;
grant select, insert on kernel.file_chunk to lienchi_writer;
grant select, delete on kernel.file, kernel.file_chunk to lienchi_system;

-- Text -----------------------------------------------------------------------------------------------------------------------------

create function kernel.is_clean_text(value text) returns boolean immutable language sql
  return value is nfc normalized and value !~ '[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]';
comment on function kernel.is_clean_text is 'NFC and without invisible or direction-changing characters.';
