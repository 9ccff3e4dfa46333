-- rounds: 问题排查. What is looked at in an estate of which kind, who walked when, how each thing stands now, and which
-- cases came of it.

-- A list from a day on, of the district or of a street; before the first row those that Linli comes with count.
create table checklists (
  id uuid primary key,
  area_id uuid not null references areas (id),
  estate_kind text not null check (estate_kind in ('new', 'old', 'unmanaged')),
  valid_from date not null,
  period_days integer not null check (period_days between 1 and 366),
  items jsonb not null,
  unique (area_id, estate_kind, valid_from)
);

grant select, insert on checklists to linli_app;

grant select on checklists to linli_reader;

create table rounds (
  id uuid primary key,
  area_id uuid not null references areas (id),
  estate_kind text not null check (estate_kind in ('new', 'old', 'unmanaged')),
  -- Null where the list that Linli comes with counted.
  checklist_id uuid references checklists (id),
  reach uuid[] not null,
  chain uuid not null,
  results jsonb not null,
  fine integer not null check (fine >= 0),
  found integer not null check (found >= 0),
  absent integer not null check (absent >= 0),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  check (fine + found + absent > 0),
  check (started_at <= ended_at)
);

create index rounds_reach on rounds using gin (reach);

create index rounds_area on rounds (area_id, ended_at, id);

alter table rounds enable row level security;

create policy rounds_read on rounds for select to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|round.see|%'
  or current_setting('app.actor') = 'system'
);

create policy rounds_walk on rounds for insert to linli_app with check (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|round.walk|%'
);

create policy rounds_move on rounds for update to linli_app using (current_setting('app.actor') = 'system');

create policy rounds_reader on rounds for select to linli_reader using (true);

grant select, insert, update (reach) on rounds to linli_app;

grant select on rounds to linli_reader;

-- How each thing of an estate stood when it was last looked at.
create table round_items (
  area_id uuid not null references areas (id),
  item text not null,
  kind text not null check (kind in ('hazard', 'facility')),
  state text not null check (state in ('fine', 'found', 'absent')),
  -- What cases of it name as their occasion, since it was first found.
  finding_id uuid,
  checklist_id uuid references checklists (id),
  round_id uuid not null references rounds (id),
  checked_at timestamptz not null,
  reach uuid[] not null,
  primary key (area_id, item),
  check ((state = 'found') = (finding_id is not null))
);

create index round_items_reach on round_items using gin (reach);

alter table round_items enable row level security;

create policy round_items_read on round_items for select to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|round.see|%'
  or current_setting('app.actor') = 'system'
);

create policy round_items_enter on round_items for insert to linli_app with check (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|round.walk|%'
);

create policy round_items_change on round_items for update to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|round.walk|%'
  or current_setting('app.actor') = 'system'
);

create policy round_items_reader on round_items for select to linli_reader using (true);

grant select, insert, update on round_items to linli_app;

grant select on round_items to linli_reader;

-- Which cases came of a round or a day in the grid, kept from the journal by the follower `rounds`: no words of them.
create table errand_cases (
  case_id uuid primary key,
  kind text not null check (kind in ('round', 'grid_day')),
  occasion_id uuid not null,
  number text not null,
  area_id uuid not null,
  chain uuid not null,
  state text not null check (state in ('open', 'closed', 'dropped')),
  -- The case that it was joined into; it ends with that one.
  into_id uuid,
  reopened integer not null check (reopened >= 0),
  confidential boolean not null,
  accepted_at timestamptz not null,
  changed_at timestamptz not null,
  reach uuid[] not null
);

create index errand_cases_occasion on errand_cases (occasion_id);

create index errand_cases_into on errand_cases (into_id) where into_id is not null;

alter table errand_cases enable row level security;

create policy errand_cases_read on errand_cases for select to linli_app using (
  not confidential and reach && current_setting('app.reach')::uuid[]
  and current_setting('app.acts') like '%|round.see|%'
);

create policy errand_cases_reader on errand_cases to linli_reader using (true) with check (true);

grant select on errand_cases to linli_app;

grant select, insert, update, delete on errand_cases to linli_reader;
