-- people: what a file of the register wrote down of somebody goes when they are erased, whoever read the file.

create index register_import_rows_candidates on register_import_rows using gin (candidates)
where candidates <> '{}';

create policy register_import_rows_subject on register_import_rows for select to linli_app using (
  person_id = any (current_setting('app.subjects')::uuid[])
  or candidates && current_setting('app.subjects')::uuid[]
);

create policy register_import_rows_forget on register_import_rows for update to linli_app using (
  person_id = any (current_setting('app.subjects')::uuid[])
  or candidates && current_setting('app.subjects')::uuid[]
) with check (true);
