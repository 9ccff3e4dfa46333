-- cases: a reporter's photographs can be erased with who reported; the sweep then takes down their rows and files.
grant delete on case_photos to linli_reader;

create policy case_photos_sweep on case_photos for delete to linli_reader using (purpose = 'report');
