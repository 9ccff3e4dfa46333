-- cases: the loop. `path` is the place at acceptance and never changes (figures); `reach` follows an area change (policies).
-- `reach` holds the areas whose posts may see the row, `units` the units that act in it.

create table cases (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('appeal', 'incident')),
  source text not null check (source in ('portal', 'qr', 'field', 'staff', 'file', 'api')),
  source_system text,
  source_number text,
  on_behalf text check (on_behalf in ('caller', 'visitor', 'relative')),
  stage text not null,
  matter text,
  confidential boolean not null default false,
  area_id uuid not null,
  path uuid[] not null,
  reach uuid[] not null,
  units uuid[] not null default '{}',
  chain uuid not null,
  account_id uuid,
  receipt_hash bytea not null,
  occurred_at timestamptz not null,
  accepted_at timestamptz not null,
  response_due_at timestamptz not null,
  responded_at timestamptz,
  lead_unit_id uuid,
  dispatched_at timestamptz,
  due_at timestamptz,
  yellow_at timestamptz,
  provisional boolean not null default false,
  clock_stopped boolean not null default false,
  resolved_at timestamptz,
  replied_at timestamptz,
  closed_at timestamptz,
  solved boolean,
  rating integer check (rating between 1 and 5),
  reopened integer not null default 0,
  joined_into uuid,
  public boolean not null default false,
  seq integer not null check (seq > 0),
  check ((stage = 'joined') = (joined_into is not null)),
  check (cardinality(path) > 0),
  check ((source_system is null) = (source_number is null))
);

create unique index cases_source on cases (source_system, source_number) where source_number is not null;

create index cases_open_reach on cases using gin (reach)
  where stage not in ('closed', 'joined', 'declined', 'referred', 'withdrawn');

create index cases_open_units on cases using gin (units)
  where stage not in ('closed', 'joined', 'declined', 'referred', 'withdrawn');

create index cases_stage on cases (stage, id);

create index cases_area on cases (area_id, accepted_at);

create index cases_account on cases (account_id, id) where account_id is not null;

create index cases_receipt on cases (receipt_hash);

create index cases_joined_into on cases (joined_into) where joined_into is not null;

alter table cases enable row level security;

create policy cases_read on cases for select to linli_app using (
  reach && current_setting('app.reach')::uuid[]
  or units && current_setting('app.units')::uuid[]
  or account_id = any (current_setting('app.account')::uuid[])
  or receipt_hash = decode(current_setting('app.receipt'), 'hex')
);

create policy cases_accept on cases for insert to linli_app with check (true);

create policy cases_change on cases for update to linli_app using (
  reach && current_setting('app.reach')::uuid[]
  or units && current_setting('app.units')::uuid[]
  or account_id = any (current_setting('app.account')::uuid[])
  or receipt_hash = decode(current_setting('app.receipt'), 'hex')
) with check (true);

create policy cases_reader on cases for select to linli_reader using (true);

grant select, insert, update on cases to linli_app;

grant select on cases to linli_reader;

-- One row for each unit in a case: lead (主办) or assisting (协办), with its own clock.
create table case_parts (
  case_id uuid not null references cases (id),
  unit_id uuid not null references units (id),
  role text not null check (role in ('lead', 'assist')),
  stage text not null check (stage in ('dispatched', 'signed', 'handling', 'resolved', 'returned', 'paused', 'listed')),
  dispatched_at timestamptz not null,
  signed_at timestamptz,
  resolved_at timestamptz,
  due_at timestamptz not null,
  yellow_at timestamptz not null,
  reach uuid[] not null,
  units uuid[] not null,
  primary key (case_id, unit_id)
);

create index case_parts_unit on case_parts (unit_id, due_at) where stage not in ('resolved', 'returned');

alter table case_parts enable row level security;

-- A reporter's word reopens the parts of an own case: the use case names it as a subject once it has seen whose it is.
create policy case_parts_app on case_parts to linli_app
  using (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[]
    or case_id = any (current_setting('app.subjects')::uuid[]))
  with check (true);

create policy case_parts_reader on case_parts for select to linli_reader using (true);

grant select, insert, update on case_parts to linli_app;

grant select on case_parts to linli_reader;

-- A unit asks, the desk above decides: extension, pause, listing, return. The reason is a sealed text.
create table case_requests (
  id uuid primary key,
  case_id uuid not null references cases (id),
  unit_id uuid not null references units (id),
  kind text not null check (kind in ('extension', 'pause', 'listing', 'return')),
  days integer check (days > 0),
  review_on date,
  reason_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  granted boolean,
  reach uuid[] not null,
  units uuid[] not null,
  check ((decided_at is null) = (granted is null))
);

create unique index case_requests_pending on case_requests (case_id, unit_id) where decided_at is null;

create index case_requests_case on case_requests (case_id);

alter table case_requests enable row level security;

create policy case_requests_app on case_requests to linli_app
  using (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
  with check (true);

create policy case_requests_reader on case_requests for select to linli_reader using (true);

grant select, insert, update on case_requests to linli_app;

grant select on case_requests to linli_reader;

create table case_photos (
  case_id uuid not null references cases (id),
  file_id uuid not null,
  sha256 bytea not null,
  purpose text not null check (purpose in ('report', 'handling', 'evidence')),
  added_at timestamptz not null,
  reach uuid[] not null,
  units uuid[] not null,
  account_id uuid,
  receipt_hash bytea,
  primary key (case_id, file_id)
);

alter table case_photos enable row level security;

create policy case_photos_app on case_photos to linli_app using (
  reach && current_setting('app.reach')::uuid[]
  or units && current_setting('app.units')::uuid[]
  or account_id = any (current_setting('app.account')::uuid[])
  or receipt_hash = decode(current_setting('app.receipt'), 'hex')
) with check (true);

create policy case_photos_reader on case_photos for select to linli_reader using (true);

grant select, insert, update on case_photos to linli_app;

grant select on case_photos to linli_reader;

-- Emergencies are not cases: an alert to the grid worker, no light, no photograph to close.
create table alerts (
  id uuid primary key,
  area_id uuid not null,
  reach uuid[] not null,
  units uuid[] not null default '{}',
  lines text[] not null,
  text_id uuid not null,
  raised_at timestamptz not null,
  seen_by uuid,
  seen_at timestamptz
);

alter table alerts enable row level security;

create policy alerts_app on alerts to linli_app
  using (reach && current_setting('app.reach')::uuid[]) with check (true);

create policy alerts_reader on alerts for select to linli_reader using (true);

grant select, insert, update on alerts to linli_app;

grant select on alerts to linli_reader;

-- The public board: what anyone may read. Written by a follower; holds no original words and no place nearer than the estate.
create table board (
  case_id uuid primary key,
  number text not null unique,
  matter text not null,
  area_id uuid not null,
  community_id uuid not null,
  summary text not null,
  answer text,
  stage text not null,
  accepted_at timestamptz not null,
  due_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  rating integer,
  reports integer not null default 1
);

create index board_latest on board (accepted_at, case_id);

create index board_community on board (community_id, accepted_at, case_id);

create index board_matter on board (matter, accepted_at, case_id);

alter table board enable row level security;

create policy board_everyone on board for select to linli_app using (true);

create policy board_reader on board to linli_reader using (true) with check (true);

grant select on board to linli_app;

grant select, insert, update, delete on board to linli_reader;

create table imports (
  id uuid primary key,
  kind text not null,
  file_name text not null,
  file_hash bytea not null,
  imported_by text not null,
  imported_at timestamptz not null,
  rows_total integer not null,
  rows_added integer not null,
  rows_known integer not null,
  faults jsonb not null,
  reach uuid[] not null
);

alter table imports enable row level security;

create policy imports_app on imports to linli_app
  using (reach && current_setting('app.reach')::uuid[]) with check (true);

create policy imports_reader on imports for select to linli_reader using (true);

grant select, insert on imports to linli_app;

grant select on imports to linli_reader;

-- notices: what became of my things, told in the app. Written by a follower of the journal.
create table notices (
  id uuid primary key,
  account_id uuid not null,
  case_id uuid,
  kind text not null,
  facts jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  source_chain uuid not null,
  source_n bigint not null,
  unique (account_id, source_chain, source_n)
);

create index notices_account on notices (account_id, id);

alter table notices enable row level security;

create policy notices_own on notices to linli_app using (account_id = any (current_setting('app.account')::uuid[]));

create policy notices_reader on notices to linli_reader using (true) with check (true);

grant select, update on notices to linli_app;

grant select, insert, delete on notices to linli_reader;
