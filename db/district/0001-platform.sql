-- platform: the journal, its witnesses, sealed words, requests, and what followers keep.
-- Policies look only at columns and settings. A connection's settings open nothing until a prologue says who asks.

create table journal (
  chain uuid not null,
  n bigint not null check (n > 0),
  prev_hash bytea not null check (length(prev_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  recorded_at timestamptz not null,
  occurred_at timestamptz not null,
  actor text not null,
  kind text not null,
  subject uuid not null,
  seq integer check (seq > 0),
  data jsonb not null check (jsonb_typeof(data) = 'object'),
  primary key (chain, n)
);

create unique index journal_subject on journal (subject, seq) where seq is not null;

alter table journal enable row level security;

create policy journal_app_read on journal for select to linli_app
  using (chain = any (current_setting('app.chains')::uuid[]) or subject = any (current_setting('app.subjects')::uuid[]));

create policy journal_app_append on journal for insert to linli_app
  with check (chain = any (current_setting('app.chains')::uuid[]));

create policy journal_reader on journal for select to linli_reader using (true);

grant select, insert on journal to linli_app;

grant select on journal to linli_reader;

create table cursors (
  follower text not null,
  chain uuid not null,
  n bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (follower, chain)
);

grant select, insert, update, delete on cursors to linli_reader;

create table seals (
  day date primary key,
  root bytea not null check (length(root) = 32),
  heads jsonb not null,
  sealed_at timestamptz not null
);

grant select, insert on seals to linli_reader;

grant select on seals to linli_app;

-- Words, names, telephones, points: everything that the journal only commits to. Erasing a row empties body and salt.
create table sealed_texts (
  id uuid primary key,
  subject uuid not null,
  kind text not null,
  body text,
  salt bytea,
  erased_at timestamptz,
  personal boolean not null,
  reach uuid[] not null,
  units uuid[] not null,
  account_id uuid,
  receipt_hash bytea,
  check ((erased_at is null) = (body is not null) and (body is null) = (salt is null))
);

create index sealed_texts_subject on sealed_texts (subject);

alter table sealed_texts enable row level security;

create policy sealed_texts_read on sealed_texts for select to linli_app using (
  (not personal and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[]))
  or (personal and reach && current_setting('app.person_reach')::uuid[])
  or account_id = any (current_setting('app.account')::uuid[])
  or receipt_hash = decode(current_setting('app.receipt'), 'hex')
);

create policy sealed_texts_write on sealed_texts for insert to linli_app with check (true);

create policy sealed_texts_change on sealed_texts for update to linli_app using (
  reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[]
  or account_id = any (current_setting('app.account')::uuid[])
  or receipt_hash = decode(current_setting('app.receipt'), 'hex')
);

create policy sealed_texts_reader on sealed_texts for select to linli_reader using (true);

grant select, insert, update on sealed_texts to linli_app;

grant select on sealed_texts to linli_reader;

-- A request id is unique per actor and kept 90 days: same body, same receipt; another body, a refusal.
create table requests (
  actor text not null,
  request_id uuid not null,
  body_hash bytea not null,
  receipt jsonb not null,
  recorded_at timestamptz not null,
  primary key (actor, request_id)
);

create index requests_age on requests (recorded_at);

alter table requests enable row level security;

create policy requests_own on requests to linli_app
  using (actor = current_setting('app.actor')) with check (actor = current_setting('app.actor'));

create policy requests_reader on requests to linli_reader using (true);

grant select, insert on requests to linli_app;

grant select, delete on requests to linli_reader;

create table files (
  id uuid primary key,
  sha256 bytea not null,
  media_type text not null,
  bytes integer not null check (bytes > 0),
  uploaded_by text not null,
  uploaded_at timestamptz not null
);

create index files_content on files (sha256);

create index files_uploaded_at on files (uploaded_at);

alter table files enable row level security;

create policy files_app_own on files to linli_app
  using (uploaded_by = current_setting('app.actor')) with check (uploaded_by = current_setting('app.actor'));

create policy files_reader on files to linli_reader using (true);

grant select, insert on files to linli_app;

grant select, delete on files to linli_reader;

-- Counted per community, day, matter and measure, summed up the tree when read: never a hot row.
create table figures (
  area_id uuid not null,
  day date not null,
  matter text not null,
  measure text not null,
  value bigint not null,
  primary key (area_id, day, matter, measure)
);

grant select, insert, update, delete on figures to linli_reader;

grant select on figures to linli_app;
