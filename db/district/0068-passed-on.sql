-- cases: 执法辅助. Information passed on to a unit with legal power, and what the unit answered; the powers that a street was
-- given. What is passed on and answered are sealed texts. `reach` ends at the street: below it nobody sees what is passed on.
create table passed_on (
  id uuid primary key,
  stage text not null check (stage in ('passed', 'received', 'needs_more', 'taken_up', 'not_ours')),
  case_id uuid references cases (id),
  whistle_id uuid references whistles (id),
  station_id uuid references stations (id),
  area_id uuid not null references areas (id),
  reach uuid[] not null,
  -- The unit that receives it and those above it, and the unit whose desk passed it on.
  units uuid[] not null,
  chain uuid not null,
  -- None where the street's desk passed it on.
  from_unit_id uuid references units (id),
  to_unit_id uuid not null references units (id),
  passed_at timestamptz not null,
  receive_due_at timestamptz not null,
  overdue_at timestamptz,
  received_at timestamptz,
  answered_at timestamptz,
  hidden boolean not null default false,
  seq integer not null check (seq > 0),
  check (num_nonnulls(case_id, whistle_id, station_id) <= 1),
  check ((stage = 'passed') = (received_at is null)),
  check (stage not in ('taken_up', 'not_ours') or answered_at is not null),
  check (from_unit_id <> to_unit_id)
);

create index passed_on_reach on passed_on using gin (reach);

create index passed_on_units on passed_on using gin (units);

create index passed_on_area on passed_on (area_id);

create index passed_on_case on passed_on (case_id) where case_id is not null;

create index passed_on_whistle on passed_on (whistle_id) where whistle_id is not null;

create index passed_on_due on passed_on (receive_due_at)
  where stage = 'passed' and overdue_at is null and not hidden;

alter table passed_on enable row level security;

-- Whoever screens a case hides what hangs on it, and must find it.
create policy passed_on_read on passed_on for select to linli_app using (
  current_setting('app.actor') = 'system'
  or (current_setting('app.acts') like '%|action.see|%' or current_setting('app.acts') like '%|case.screen|%')
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy passed_on_pass on passed_on for insert to linli_app with check (
  current_setting('app.acts') like '%|action.lead|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy passed_on_change on passed_on for update to linli_app using (
  current_setting('app.actor') = 'system'
  or (current_setting('app.acts') like '%|action.see|%' or current_setting('app.acts') like '%|case.screen|%')
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy passed_on_reader on passed_on for select to linli_reader using (true);

grant select, insert,
  update (stage, reach, units, overdue_at, received_at, answered_at, hidden, seq) on passed_on to linli_app;

grant select on passed_on to linli_reader;

-- 赋权: a power that a street was given, from a day on; never edited, ended by a day.
create table delegated_powers (
  id uuid primary key,
  street_id uuid not null references areas (id),
  power_zh text not null,
  power_en text not null,
  -- The law, its article, and the decision of the province, by its name, number and date.
  law text not null,
  article text not null,
  decision text not null,
  from_unit_id uuid not null references units (id),
  from_day date not null,
  -- The first day on which the street has it no more.
  until_day date,
  chain uuid not null,
  check (until_day >= from_day)
);

create unique index delegated_powers_standing on delegated_powers (street_id, from_unit_id, power_zh)
  where until_day is null;

alter table delegated_powers enable row level security;

-- Decisions of a province are published: all who work here read them.
create policy delegated_powers_read on delegated_powers for select to linli_app using (true);

create policy delegated_powers_give on delegated_powers for insert to linli_app with check (
  current_setting('app.actor') = 'system' or current_setting('app.acts') like '%|matter.manage|%'
);

create policy delegated_powers_end on delegated_powers for update to linli_app using (
  current_setting('app.actor') = 'system' or current_setting('app.acts') like '%|matter.manage|%'
);

create policy delegated_powers_reader on delegated_powers for select to linli_reader using (true);

grant select, insert, update (until_day) on delegated_powers to linli_app;

grant select on delegated_powers to linli_reader;
