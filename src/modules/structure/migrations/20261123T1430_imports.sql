-- Lists of units that somebody brings in: what was read of each row, until it is written or forgotten.
grant usage on schema structure to lienchi_system;

create table structure.import (
  id uuid primary key,
  account_id uuid not null,
  made_at timestamptz not null,
  under_id uuid not null references structure.unit (id) on delete cascade,
  effective_on date not null,
  decision jsonb not null,
  file_id uuid not null references kernel.file,
  -- The file is read after the answer, as whoever made the import may read: their reach and the day on which it was given.
  reach jsonb not null,
  reach_on date not null,
  state text not null default 'waiting',
  run uuid,
  tries int not null default 0,
  beat_at timestamptz not null default clock_timestamp(),
  rows_total int,
  rows_done int not null default 0,
  layout jsonb,
  refusal jsonb,
  counts jsonb,
  acts jsonb,
  constraint an_import_stands_somewhere check (state in ('waiting', 'reading', 'read', 'refused', 'failed', 'committed'))
);
comment on table structure.import is 'A list of units on its way in: the file, under whom it works, and how far it is. Forgotten after thirty days.';
comment on column structure.import.run is 'Whoever reads the file now; another who takes it up again puts its own mark here, and the first stops.';
comment on column structure.import.beat_at is 'The machine''s own time of the last slice: what stands still longer than two minutes was dropped.';
comment on column structure.import.layout is 'Which column of the file is what, and which are not taken in.';
comment on column structure.import.refusal is 'Why the file as a whole is not taken, with its place.';
comment on column structure.import.acts is 'The acts as which it was written.';
create index import_by_account on structure.import (account_id, made_at);
create index import_by_unit on structure.import (under_id);
create index import_unfinished on structure.import (beat_at) where state in ('waiting', 'reading');

create table structure.import_row (
  import_id uuid not null references structure.import on delete cascade,
  -- The row of the sheet, as the spreadsheet program counts.
  row_no int not null,
  verdict text not null,
  name text not null,
  unit_id uuid,
  given jsonb not null,
  changes jsonb not null,
  faults jsonb not null,
  constraint import_row_pkey primary key (import_id, row_no),
  constraint a_verdict_is_known check (verdict in ('new', 'changed', 'same', 'refused'))
);
comment on table structure.import_row is 'What a row of a list would do: new, changed (which cell, from, to), same, or refused (why, where).';
comment on column structure.import_row.unit_id is 'The unit that the row was found to be about; null: a new one.';
create index import_row_by_verdict on structure.import_row (import_id, verdict, row_no);

do $$
declare name text;
begin
  foreach name in array array['import', 'import_row'] loop
    execute format('alter table structure.%I enable row level security', name);
    execute format('create policy commands_write on structure.%I to lienchi_writer using (true) with check (true)', name);
    execute format('create policy system_works on structure.%I to lienchi_system using (true) with check (true)', name);
    execute format('grant select on structure.%I to lienchi_reader', name);
    execute format('grant select, insert, update on structure.%I to lienchi_writer', name);
    execute format('grant select, insert, update, delete on structure.%I to lienchi_system', name);
  end loop;
end $$;
create policy own_imports on structure.import for select to lienchi_reader using (account_id = (select kernel.account()));
create policy own_imports on structure.import_row for select to lienchi_reader
  using (exists (select from structure.import i where i.id = import_id));
