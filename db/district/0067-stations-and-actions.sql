-- cases: 联合行动与综合执法工作站. An enforcement station of a street with its people and roster; joint actions with a plan, a
-- task for each unit and one result. Plans, tasks, notes and results are sealed texts.

create table stations (
  id uuid primary key,
  area_id uuid not null references areas (id),
  reach uuid[] not null,
  chain uuid not null,
  -- The unit whose desk leads it: it keeps the roster and opens actions.
  lead_unit_id uuid not null references units (id),
  units uuid[] not null,
  name_zh text not null,
  name_en text not null,
  -- The door and the telephone of an office.
  address text not null,
  phone text,
  opened_on date not null,
  closed_on date,
  seq integer not null check (seq > 0),
  check (closed_on >= opened_on)
);

create index stations_reach on stations using gin (reach);

alter table stations enable row level security;

create policy stations_read on stations for select to linli_app using (
  current_setting('app.acts') like '%|station.see|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy stations_open on stations for insert to linli_app with check (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|station.keep|%'
);

create policy stations_change on stations for update to linli_app using (
  (current_setting('app.acts') like '%|station.keep|%' or current_setting('app.acts') like '%|action.lead|%')
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy stations_reader on stations for select to linli_reader using (true);

grant select, insert, update on stations to linli_app;

grant select on stations to linli_reader;

-- Who serves at it from a day on; `phone` was given for colleagues on duty. A name is the account's own.
create table station_people (
  id uuid primary key,
  station_id uuid not null references stations (id),
  account_id uuid not null references accounts (id),
  unit_id uuid not null references units (id),
  phone text,
  from_day date not null,
  -- The first day on which they serve no more.
  until_day date,
  reach uuid[] not null,
  units uuid[] not null,
  check (until_day >= from_day)
);

create unique index station_people_now on station_people (station_id, account_id) where until_day is null;

create index station_people_account on station_people (account_id);

alter table station_people enable row level security;

create policy station_people_read on station_people for select to linli_app using (
  current_setting('app.acts') like '%|station.see|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy station_people_add on station_people for insert to linli_app with check (
  current_setting('app.acts') like '%|action.lead|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy station_people_change on station_people for update to linli_app using (
  (current_setting('app.acts') like '%|action.lead|%' or current_setting('app.acts') like '%|station.keep|%')
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy station_people_reader on station_people for select to linli_reader using (true);

grant select, insert, update on station_people to linli_app;

grant select on station_people to linli_reader;

-- One person on duty, in minutes of a local day; a night shift ends after the day does.
create table station_shifts (
  id uuid primary key,
  station_id uuid not null references stations (id),
  day date not null,
  from_minute integer not null check (from_minute between 0 and 1439),
  until_minute integer not null check (until_minute > from_minute and until_minute <= 2880),
  person_id uuid not null references station_people (id),
  -- The day was set anew.
  replaced boolean not null default false,
  reach uuid[] not null,
  units uuid[] not null
);

create index station_shifts_day on station_shifts (station_id, day) where not replaced;

alter table station_shifts enable row level security;

create policy station_shifts_read on station_shifts for select to linli_app using (
  current_setting('app.acts') like '%|station.see|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy station_shifts_set on station_shifts for insert to linli_app with check (
  current_setting('app.acts') like '%|action.lead|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy station_shifts_change on station_shifts for update to linli_app using (
  current_setting('app.acts') like '%|action.lead|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy station_shifts_reader on station_shifts for select to linli_reader using (true);

grant select, insert, update (replaced, reach) on station_shifts to linli_app;

grant select on station_shifts to linli_reader;

-- A joint action: of a whistle, whose street leads it, or of a station, which its lead unit leads too.
create table joint_actions (
  id uuid primary key,
  stage text not null check (stage in ('open', 'ended', 'called_off')),
  station_id uuid references stations (id),
  whistle_id uuid references whistles (id),
  area_id uuid not null references areas (id),
  path uuid[] not null,
  reach uuid[] not null,
  -- The units with a task, the one that leads, and those above them.
  units uuid[] not null,
  chain uuid not null,
  lead_unit_id uuid references units (id),
  plan_id uuid not null,
  place_id uuid,
  starts_at timestamptz not null,
  opened_at timestamptz not null,
  over_at timestamptz,
  -- The result, or why it was called off; none where its whistle was hidden.
  said_id uuid,
  hidden boolean not null default false,
  seq integer not null check (seq > 0),
  check ((station_id is null) <> (whistle_id is null)),
  check ((station_id is null) = (lead_unit_id is null)),
  check ((stage = 'open') = (over_at is null)),
  check (stage <> 'ended' or said_id is not null)
);

create index joint_actions_reach on joint_actions using gin (reach);

create index joint_actions_units on joint_actions using gin (units);

create index joint_actions_station on joint_actions (station_id, id) where station_id is not null;

create index joint_actions_whistle on joint_actions (whistle_id) where whistle_id is not null;

create index joint_actions_area on joint_actions (area_id);

alter table joint_actions enable row level security;

-- Whoever screens a case hides what hangs on it, and must find it.

create policy joint_actions_read on joint_actions for select to linli_app using (
  (current_setting('app.acts') like '%|action.see|%' or current_setting('app.acts') like '%|case.screen|%')
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy joint_actions_open on joint_actions for insert to linli_app with check (
  current_setting('app.acts') like '%|action.lead|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy joint_actions_change on joint_actions for update to linli_app using (
  (current_setting('app.acts') like '%|action.see|%' or current_setting('app.acts') like '%|case.screen|%')
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy joint_actions_reader on joint_actions for select to linli_reader using (true);

grant select, insert, update on joint_actions to linli_app;

grant select on joint_actions to linli_reader;

-- One unit's task: `units` holds that unit, those above it, and whoever leads. Other units never see it.
create table joint_tasks (
  id uuid primary key,
  action_id uuid not null references joint_actions (id),
  -- In the order in which they were given.
  place integer not null,
  unit_id uuid not null references units (id),
  stage text not null check (stage in ('open', 'done', 'undone', 'called_off')),
  words_id uuid not null,
  due_at timestamptz not null,
  answered_at timestamptz,
  -- What was done, or why not.
  note_id uuid,
  -- Said by whoever leads, when it ended with this left undone.
  by_lead boolean not null default false,
  reach uuid[] not null,
  units uuid[] not null,
  check ((stage in ('done', 'undone')) = (answered_at is not null)),
  check (stage <> 'undone' or note_id is not null),
  check (not by_lead or stage = 'undone')
);

create unique index joint_tasks_action on joint_tasks (action_id, place);

create index joint_tasks_unit on joint_tasks (unit_id, id);

alter table joint_tasks enable row level security;

create policy joint_tasks_read on joint_tasks for select to linli_app using (
  (current_setting('app.acts') like '%|action.see|%' or current_setting('app.acts') like '%|case.screen|%')
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy joint_tasks_give on joint_tasks for insert to linli_app with check (
  current_setting('app.acts') like '%|action.lead|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy joint_tasks_change on joint_tasks for update to linli_app using (
  (current_setting('app.acts') like '%|action.see|%' or current_setting('app.acts') like '%|case.screen|%')
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy joint_tasks_reader on joint_tasks for select to linli_reader using (true);

grant select, insert, update on joint_tasks to linli_app;

grant select on joint_tasks to linli_reader;
