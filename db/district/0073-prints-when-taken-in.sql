-- cases: what a photograph looks like is found once, when it is taken in, and not when a closing is looked at. It goes with
-- the file's row. What was taken in before has none, and is compared by its content alone.
alter table files add column print bytea;

create policy files_program on files for select to linli_app using (current_setting('app.actor') = 'system');
