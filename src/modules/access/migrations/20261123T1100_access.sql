-- Accounts and grants: the simplest real thing; a later issue completes access.
create schema access;
comment on schema access is 'Accounts, grants, sessions.';
grant usage on schema access to lienchi_reader, lienchi_writer, lienchi_system;

-- Tables of better-auth (kernel never touches them; the library does, outside any handler's transaction) -------------------------
create table access.account (
  id uuid primary key default uuidv7(),
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text unique,
  display_username text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
comment on table access.account is 'Who may sign in. No e-mail is needed: the address is made from the user name and never written to.';
create table access.session (
  id uuid primary key default uuidv7(),
  account_id uuid not null references access.account on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
comment on table access.session is 'Open sessions.';
create index session_by_account on access.session (account_id);
create table access.credential (
  id uuid primary key default uuidv7(),
  account_id uuid not null references access.account on delete cascade,
  external_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
comment on table access.credential is 'How an account proves itself (password hash).';
create index credential_by_account on access.credential (account_id);
create table access.verification (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);
comment on table access.verification is 'One-time values of the account library.';
create index verification_by_identifier on access.verification (identifier);

-- Grants -------------------------------------------------------------------------------------------------------------------------
create table access.role (
  code text primary key,
  name_vi text not null,
  name_en text not null,
  verbs text[] not null,
  rank int not null default 0
);
comment on table access.role is 'Named sets of verbs. A verb is the name of a capability, or module.* for all of a module, or * for everything.';

create table access.held_grant (
  id uuid not null,
  account_id uuid not null references access.account,
  role text not null references access.role,
  -- null: the whole organisation
  unit_id uuid,
  below boolean not null default false,
  valid_at daterange not null,
  origin text not null,
  constraint held_grant_pkey primary key (id, valid_at without overlaps),
  constraint held_grant_days check (kernel.is_days(valid_at))
);
comment on table access.held_grant is 'Verb set x reach x period x origin (a post, an appointment). Ends with the post.';
comment on column access.held_grant.below is 'The grant reaches the unit and everything below it; otherwise the unit alone.';
create index held_grant_by_account on access.held_grant (account_id);
call kernel.make_temporal('access.held_grant');

do $$
declare name text;
begin
  foreach name in array array['account', 'session', 'credential', 'verification', 'role', 'held_grant'] loop
    execute format('alter table access.%I enable row level security', name);
    execute format('create policy commands_write on access.%I to lienchi_writer using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on access.%I to lienchi_writer', name);
    execute format('create policy system_reads on access.%I for select to lienchi_system using (true)', name);
    execute format('grant select on access.%I to lienchi_system', name);
  end loop;
end $$;
create policy own_account on access.account for select to lienchi_reader using (id = (select kernel.account()) or (select kernel.reach_whole()));
create policy roles_are_open on access.role for select to lienchi_reader using ((select kernel.account()) is not null);
create policy own_grants on access.held_grant for select to lienchi_reader using (account_id = (select kernel.account()) or (select kernel.reach_whole()));
grant select on access.account, access.role, access.held_grant to lienchi_reader;

-- The sets of verbs that can be given. Data: a later issue makes them editable in the product.
insert into access.role (code, name_vi, name_en, verbs, rank) values
  ('administrator', 'Quản trị hệ thống', 'Administrator', array['*'], 10),
  ('organisation_officer', 'Cán bộ tổ chức', 'Organisation officer', array['structure.*', 'access.journal'], 20),
  ('committee_secretary', 'Bí thư cấp uỷ', 'Committee secretary', array['structure.tree', 'structure.card', 'structure.lineage', 'structure.figures', 'structure.figure-series', 'structure.find',
    'structure.figure-file', 'structure.declare-figure', 'structure.amend-figure', 'access.journal'], 30),
  ('cell_secretary', 'Bí thư chi bộ', 'Cell secretary', array['structure.tree', 'structure.card', 'structure.lineage', 'structure.figures', 'structure.figure-series', 'structure.find',
    'structure.figure-file', 'access.journal'], 40);
