-- A list of one's own drafts tells each by a line that whoever keeps it gives along.
alter table kernel.draft
  add column about text,
  add constraint a_draft_is_told_in_a_line check (length(about) <= 300);
comment on column kernel.draft.about is 'What it is about, in the words of the person who keeps it; null where only its capability and key tell it.';
