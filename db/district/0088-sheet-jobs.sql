-- Lists that take long to write out: asked for, written beside the requests, and taken by whoever asked within a day.
create table sheet_jobs (
  id uuid primary key,
  -- Who asked, as in `requests`; and the act that the list needs, asked for again as it is taken.
  asked_by text not null,
  act text not null,
  title text not null,
  file_name text not null,
  state text not null check (state in ('running', 'done', 'failed', 'stopped')),
  rows integer not null default 0 check (rows >= 0),
  -- How many rows it will have, where that can be known ahead.
  expected integer check (expected >= 0),
  asked_at timestamptz not null,
  -- Whoever writes it says now and then that it goes on: a server that died says nothing more.
  alive_at timestamptz not null,
  ended_at timestamptz,
  taken_at timestamptz,
  check ((state = 'running') = (ended_at is null))
);

create index sheet_jobs_own on sheet_jobs (asked_by, asked_at);

create index sheet_jobs_asked on sheet_jobs (asked_at);

alter table sheet_jobs enable row level security;

create policy sheet_jobs_app on sheet_jobs to linli_app
  using (asked_by = current_setting('app.actor')) with check (asked_by = current_setting('app.actor'));

create policy sheet_jobs_reader on sheet_jobs to linli_reader using (true);

grant select, insert, update on sheet_jobs to linli_app;

grant select, delete on sheet_jobs to linli_reader;
