-- people: a file of the register is its reader's own while they keep every area that they kept when it was read. Whoever
-- goes to another community leaves the names in it behind.

alter table register_imports add column reader_areas uuid[] not null default '{}';

alter table register_import_rows add column reader_areas uuid[] not null default '{}';

-- Of files that were read before only the area that they stand under is known.
update register_imports set reader_areas = reach[cardinality(reach):] where read_by is not null;

update register_import_rows r set reader_areas = i.reader_areas from register_imports i where i.id = r.import_id;

drop policy register_imports_own on register_imports;

drop policy register_import_rows_own on register_import_rows;

create policy register_imports_own on register_imports to linli_app using (
  current_setting('app.acts') like '%|register.import|%' and (
    read_by = any (current_setting('app.account')::uuid[])
      and reader_areas <@ current_setting('app.register_reach')::uuid[]
    or reach && current_setting('app.register_reach')::uuid[]
  )
);

create policy register_import_rows_own on register_import_rows to linli_app using (
  current_setting('app.acts') like '%|register.import|%' and (
    read_by = any (current_setting('app.account')::uuid[])
      and reader_areas <@ current_setting('app.register_reach')::uuid[]
    or reach && current_setting('app.register_reach')::uuid[]
  )
);
