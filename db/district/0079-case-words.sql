-- find: 查找. A row for each case with what it is found by. The policy holds the question itself (`app.find`), since PostgreSQL
-- puts no index before a policy for a comparison that is not leakproof; and no other column has an index but the key.
create table case_words (
  case_id uuid primary key references cases (id),
  -- Reach and units of the case: whoever sees the case.
  sight uuid[] not null,
  -- Words, initials and marks, as the program computes them.
  doc tsvector not null
);

create index case_words_find on case_words using gin (doc, sight) with (fastupdate = off);

alter table case_words enable row level security;

create policy case_words_find on case_words for select to linli_app using (
  doc @@ current_setting('app.find')::tsquery
  and sight && (current_setting('app.reach')::uuid[] || current_setting('app.units')::uuid[])
  and current_setting('app.acts') like '%|case.see|%'
);

create policy case_words_keep on case_words for all to linli_reader using (true) with check (true);

grant select on case_words to linli_app;

grant select, insert, update, delete on case_words to linli_reader;
