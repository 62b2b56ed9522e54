-- Symbols of documents and organs of committees are found however they are typed.
create function structure.folded(said text) returns text immutable strict parallel safe language sql
  return btrim(regexp_replace(
    translate(regexp_replace(lower(normalize(said, nfd) collate pg_c_utf8), '[\u0300-\u036f]+', '', 'g'), 'đð', 'dd'), '\s+', ' ', 'g'));
comment on function structure.folded is 'A text for searching, as contract/fold.ts folds it: small letters without diacritics, đ as d, one blank between words.';

-- Stored: a search stands behind the reading policy, and only a plain column is looked up before it.
alter table structure.fact add column symbol_folded text generated always as (
  case when kind = 'document_symbol' then regexp_replace(structure.folded(value), '[^a-z0-9]+', '', 'g') end) stored;
alter table structure.fact_was add column symbol_folded text;
comment on column structure.fact.symbol_folded is 'The symbol of a unit''s documents, letters and digits alone, to be found as ĐUK, duk or đ.u.k.';
create index fact_by_symbol on structure.fact (symbol_folded) where symbol_folded is not null;

create function structure.folded_names(name text, aliases text[]) returns text immutable parallel safe language sql
  return structure.folded(array_to_string(name || aliases, ' | '));
comment on function structure.folded_names is 'All names of one thing, folded, each apart from the next by a bar.';

alter table structure.organ add column names_folded text generated always as (structure.folded_names(name, aliases)) stored;
alter table structure.organ_was add column names_folded text;
comment on column structure.organ.names_folded is 'Its name and aliases for searching; which of them was meant is looked at afterwards.';
