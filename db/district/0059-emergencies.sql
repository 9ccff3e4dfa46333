-- cases: 应急状态. A district or street declares that the matters of a kind of emergency go first there, in earnest or as a
-- drill. Its basis and what is said to residents are sealed texts.

-- A kind from a day on; before a district's first row of it the one that Linli comes with counts.
create table emergency_kinds (
  id uuid primary key,
  code text not null check (code ~ '^[a-z][a-z_]{1,29}$'),
  valid_from date not null,
  name_zh text not null,
  name_en text not null,
  matters text[] not null check (cardinality(matters) > 0),
  told text[] not null check (cardinality(told) > 0),
  limit_percent integer not null check (limit_percent between 10 and 100),
  advice_zh text not null,
  advice_en text not null,
  lines jsonb not null,
  constraint emergency_kinds_day unique (code, valid_from)
);

grant select, insert on emergency_kinds to linli_app;

grant select on emergency_kinds to linli_reader;

-- What is declared keeps what its kind said that day: matters and share of time move for nothing that runs.
create table emergency_modes (
  id uuid primary key,
  kind text not null,
  drill boolean not null,
  level integer not null check (level between 1 and 4),
  area_id uuid not null references areas (id),
  path uuid[] not null check (cardinality(path) between 1 and 2),
  chain uuid not null,
  matters text[] not null check (cardinality(matters) > 0),
  limit_percent integer not null check (limit_percent between 10 and 100),
  unit_ids uuid[] not null default '{}',
  basis_id uuid not null,
  words_id uuid,
  from_at timestamptz not null,
  until_at timestamptz,
  ended_at timestamptz,
  ended_why text check (ended_why in ('by_hand', 'time', 'real')),
  seq integer not null check (seq > 0),
  check (until_at > from_at),
  check (not drill or until_at is not null),
  check ((ended_at is null) = (ended_why is null)),
  check (ended_why <> 'real' or drill)
);

-- One of a kind at a time, in earnest and as a drill.
create unique index emergency_modes_running on emergency_modes (kind, area_id, drill) where ended_at is null;

alter table emergency_modes enable row level security;

-- That an emergency is on is for everybody; a drill is for those who have work to do.
create policy emergency_modes_read on emergency_modes for select to linli_app using (
  not drill or current_setting('app.acts') like '%|case.see|%' or current_setting('app.actor') = 'system'
);

create policy emergency_modes_declare on emergency_modes for insert to linli_app with check (
  path && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|emergency.declare|%'
);

create policy emergency_modes_change on emergency_modes for update to linli_app using (
  path && current_setting('app.reach')::uuid[] and (
    current_setting('app.acts') like '%|emergency.declare|%' or current_setting('app.actor') = 'system')
);

create policy emergency_modes_reader on emergency_modes for select to linli_reader using (true);

grant select, insert, update on emergency_modes to linli_app;

grant select on emergency_modes to linli_reader;

-- Who is told of it, by which post, and when they said that they know.
create table emergency_roster (
  mode_id uuid not null references emergency_modes (id),
  account_id uuid not null references accounts (id),
  post_kind text not null,
  area_id uuid not null references areas (id),
  unit_id uuid references units (id),
  path uuid[] not null,
  told_at timestamptz not null,
  acknowledged_at timestamptz,
  primary key (mode_id, account_id),
  check (acknowledged_at >= told_at)
);

create index emergency_roster_account on emergency_roster (account_id) where acknowledged_at is null;

alter table emergency_roster enable row level security;

create policy emergency_roster_read on emergency_roster for select to linli_app using (
  account_id = any (current_setting('app.account')::uuid[]) or current_setting('app.actor') = 'system'
  or path && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|emergency.declare|%'
);

create policy emergency_roster_call on emergency_roster for insert to linli_app
  with check (current_setting('app.actor') = 'system');

create policy emergency_roster_acknowledge on emergency_roster for update to linli_app
  using (account_id = any (current_setting('app.account')::uuid[]));

create policy emergency_roster_reader on emergency_roster for select to linli_reader using (true);

grant select, insert, update (acknowledged_at) on emergency_roster to linli_app;

grant select on emergency_roster to linli_reader;

-- Open cases of a few matters, found without the rest of a district: what goes first in an emergency.
create index cases_open_matter on cases (matter)
  where stage not in ('closed', 'joined', 'declined', 'referred', 'withdrawn');
