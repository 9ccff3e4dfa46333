-- 按语: what a person adds to the report of an area and a span. One stands; earlier words stay sealed under their lines.
create table report_notes (
  id uuid primary key,
  area_id uuid not null references areas (id),
  kind text not null check (kind in ('day', 'week', 'month')),
  -- The first day of the span.
  start date not null,
  seq integer not null check (seq > 0),
  -- Null where the paragraph was taken back.
  words_id uuid,
  noted_at timestamptz not null,
  -- The area's path when it was written: an area that moved to another street begins its reports there anew.
  reach uuid[] not null,
  constraint report_notes_one unique (area_id, kind, start, reach)
);

alter table report_notes enable row level security;

create policy report_notes_read on report_notes for select to linli_app using (
  reach && current_setting('app.reach')::uuid[]
);

create policy report_notes_write on report_notes for insert to linli_app with check (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|report.write|%'
);

create policy report_notes_change on report_notes for update to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|report.write|%'
);

create policy report_notes_reader on report_notes for select to linli_reader using (true);

grant select, insert, update (seq, words_id, noted_at) on report_notes to linli_app;

grant select on report_notes to linli_reader;
