-- neighbours: what a community tells its residents (公告), and what they ask of it (问答).
-- A sealed text that staff made public is read by everybody, until it is taken back.

alter table sealed_texts add column open boolean not null default false;

create policy sealed_texts_open on sealed_texts for select to linli_app using (open);

create index sealed_texts_opened on sealed_texts (id) where open;

create table announcements (
  id uuid primary key,
  area_id uuid not null,
  reach uuid[] not null,
  chain uuid not null,
  -- The unit in whose name it was published; which person, the journal knows.
  unit_id uuid,
  title_id uuid not null,
  body_id uuid not null,
  pinned boolean not null,
  published_at timestamptz not null,
  -- Last day on which it is shown; without one it stays until it is withdrawn.
  shown_until date,
  withdrawn_at timestamptz,
  seq integer not null check (seq > 0)
);

create index announcements_area on announcements (area_id, pinned, id);

create index announcements_reach on announcements using gin (reach);

alter table announcements enable row level security;

create policy announcements_read on announcements for select to linli_app
  using (withdrawn_at is null or reach && current_setting('app.reach')::uuid[]);

create policy announcements_publish on announcements for insert to linli_app
  with check (reach && current_setting('app.reach')::uuid[]);

create policy announcements_change on announcements for update to linli_app
  using (reach && current_setting('app.reach')::uuid[]);

create policy announcements_reader on announcements for select to linli_reader using (true);

grant select, insert, update on announcements to linli_app;

grant select on announcements to linli_reader;

-- A question as it was asked: seen by whoever asked, by account or receipt code, and by the desks that answer.
create table questions (
  id uuid primary key,
  area_id uuid not null,
  reach uuid[] not null,
  chain uuid not null,
  account_id uuid,
  receipt_hash bytea not null,
  words_id uuid not null,
  stage text not null check (stage in ('asked', 'answered', 'declined')),
  because text,
  asked_at timestamptz not null,
  ended_at timestamptz,
  unit_id uuid,
  answer_id uuid,
  seq integer not null check (seq > 0),
  check ((stage = 'asked') = (ended_at is null)),
  check ((ended_at is null) = (answer_id is null)),
  check ((stage = 'declined') = (because is not null))
);

create index questions_reach on questions using gin (reach);

create index questions_area on questions (area_id, stage, id);

create index questions_account on questions (account_id, id) where account_id is not null;

create index questions_receipt on questions (receipt_hash);

alter table questions enable row level security;

create policy questions_read on questions for select to linli_app using (
  reach && current_setting('app.reach')::uuid[]
  or account_id = any (current_setting('app.account')::uuid[])
  or receipt_hash = decode(current_setting('app.receipt'), 'hex')
);

create policy questions_ask on questions for insert to linli_app with check (true);

create policy questions_change on questions for update to linli_app
  using (reach && current_setting('app.reach')::uuid[]);

create policy questions_reader on questions for select to linli_reader using (true);

grant select, insert, update on questions to linli_app;

grant select on questions to linli_reader;

-- What staff confirmed of an answered question for everybody to read. It knows nothing of who asked.
create table public_answers (
  question_id uuid primary key references questions (id),
  area_id uuid not null,
  reach uuid[] not null,
  unit_id uuid,
  summary_id uuid not null,
  answer_id uuid not null,
  answered_at timestamptz not null,
  withdrawn_at timestamptz
);

create index public_answers_area on public_answers (area_id, answered_at, question_id);

alter table public_answers enable row level security;

create policy public_answers_read on public_answers for select to linli_app
  using (withdrawn_at is null or reach && current_setting('app.reach')::uuid[]);

create policy public_answers_publish on public_answers for insert to linli_app
  with check (reach && current_setting('app.reach')::uuid[]);

create policy public_answers_change on public_answers for update to linli_app
  using (reach && current_setting('app.reach')::uuid[]);

create policy public_answers_reader on public_answers for select to linli_reader using (true);

grant select, insert, update on public_answers to linli_app;

grant select on public_answers to linli_reader;
