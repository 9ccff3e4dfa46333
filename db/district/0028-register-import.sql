-- people: files that bring the register in. What a row would do is kept from the reading to the taking in; then only
-- what undoing needs: ids and numbers.

create table register_imports (
  id uuid primary key,
  file_name text not null,
  file_hash bytea not null,
  state text not null check (state in ('reading', 'read', 'taking', 'taken', 'undoing', 'undone', 'dropped')),
  read_by uuid,
  read_at timestamptz not null,
  taken_at timestamptz,
  undone_at timestamptz,
  -- Sheets with their header rows and matched columns: names of columns, and nothing from the cells.
  sheets jsonb not null,
  rows_total integer not null default 0,
  -- Areas that hold all that the reader may import to.
  reach uuid[] not null
);

create table register_import_rows (
  import_id uuid not null references register_imports (id),
  -- Place in the file, over all sheets.
  n integer not null check (n > 0),
  sheet text not null,
  row_number integer not null,
  state text not null check (state in ('waiting', 'asked', 'same', 'refused', 'taken', 'stale', 'undone', 'kept')),
  -- What it would do: home_added, person_added, moved_in, moved_out, corrected; nothing where all is known.
  changes text[] not null,
  home_id uuid,
  person_id uuid,
  -- What is to be written; emptied when it is written or given up.
  plan jsonb,
  faults jsonb not null,
  -- People whom it may mean: a person decides.
  candidates uuid[] not null default '{}',
  -- The cells of a row that comes back, sealed with the district's key; emptied with the plan.
  cells bytea,
  -- What undoing needs: ids, versions, and the areas that somebody was under.
  made jsonb,
  -- As the import has them: a policy looks at no other table.
  read_by uuid,
  reach uuid[] not null,
  primary key (import_id, n)
);

create index register_import_rows_state on register_import_rows (import_id, state, n);

create index register_import_rows_person on register_import_rows (person_id) where person_id is not null;

alter table register_imports enable row level security;

alter table register_import_rows enable row level security;

create policy register_imports_own on register_imports to linli_app using (
  current_setting('app.acts') like '%|register.import|%' and (
    read_by = any (current_setting('app.account')::uuid[])
    or reach && current_setting('app.register_reach')::uuid[]
  )
);

create policy register_import_rows_own on register_import_rows to linli_app using (
  current_setting('app.acts') like '%|register.import|%' and (
    read_by = any (current_setting('app.account')::uuid[])
    or reach && current_setting('app.register_reach')::uuid[]
  )
);

create policy register_imports_reader on register_imports for select to linli_reader using (true);

create policy register_import_rows_reader on register_import_rows for select to linli_reader using (true);

grant select, insert, update on register_imports, register_import_rows to linli_app;

grant select on register_imports, register_import_rows to linli_reader;

-- What an import entered is taken away again with it; nothing else is ever deleted.
create policy homes_take_back on homes for delete to linli_app using (
  import_id is not null and reach && current_setting('app.register_reach')::uuid[]
  and current_setting('app.acts') like '%|register.import|%'
);

create policy persons_take_back on persons for delete to linli_app using (
  import_id is not null and reach && current_setting('app.register_reach')::uuid[]
  and current_setting('app.acts') like '%|register.import|%'
);

create policy occupancies_take_back on occupancies for delete to linli_app using (
  import_id is not null and reach && current_setting('app.register_reach')::uuid[]
  and current_setting('app.acts') like '%|register.import|%'
);

grant delete on homes, persons, occupancies to linli_app;
