-- cases: 吹哨报到. A street or community calls units to a spot; each unit's answer has its own clocks. Words, reasons and
-- points are sealed texts. `units` stays empty until the whistle has sounded: nobody is called before.

-- The district's own rules from a day on; before the first row those that Linli comes with count.
create table whistle_rules (
  id uuid primary key,
  valid_from date not null unique,
  blowers text[] not null check (cardinality(blowers) > 0),
  first_reviewed boolean not null,
  sign_minutes integer not null check (sign_minutes between 5 and 1440),
  emergency_sign_minutes integer not null check (emergency_sign_minutes between 5 and 1440),
  contact_minutes integer not null check (contact_minutes between 5 and 2880),
  emergency_contact_minutes integer not null check (emergency_contact_minutes between 5 and 2880),
  report_least_minutes integer not null check (report_least_minutes between 5 and 10080),
  report_most_minutes integer not null check (report_most_minutes between report_least_minutes and 43200),
  spot_metres integer not null check (spot_metres between 20 and 5000),
  rate_days integer not null check (rate_days between 1 and 366)
);

grant select, insert on whistle_rules to linli_app;

grant select on whistle_rules to linli_reader;

create table whistles (
  id uuid primary key,
  situation text not null check (situation in ('joint_enforcement', 'key_work', 'emergency')),
  stage text not null check (stage in ('waiting', 'sounding', 'declined', 'ended')),
  area_id uuid not null references areas (id),
  path uuid[] not null,
  reach uuid[] not null,
  units uuid[] not null default '{}',
  chain uuid not null,
  case_id uuid references cases (id),
  -- The post that blew: its kind, where it stands, and its unit. Which person, the journal knows.
  blower_kind text not null check (blower_kind in ('street_desk', 'community_desk')),
  blower_area_id uuid not null references areas (id),
  blower_unit_id uuid references units (id),
  words_id uuid not null,
  point_id uuid,
  spot_metres integer not null check (spot_metres > 0),
  sign_minutes integer not null check (sign_minutes > 0),
  contact_minutes integer not null check (contact_minutes > 0),
  report_minutes integer not null check (report_minutes > 0),
  review text not null check (review in ('none', 'before', 'after')),
  reviewed_at timestamptz,
  warranted boolean,
  blown_at timestamptz not null,
  sounded_at timestamptz,
  ended_at timestamptz,
  result_id uuid,
  seq integer not null check (seq > 0),
  check ((reviewed_at is null) = (warranted is null)),
  check (reviewed_at is null or review <> 'none'),
  check ((stage in ('waiting', 'declined')) = (sounded_at is null)),
  check ((stage = 'ended') = (ended_at is not null) and (ended_at is null) = (result_id is null)),
  check (stage not in ('waiting', 'declined') or review = 'before')
);

create index whistles_reach on whistles using gin (reach);

create index whistles_units on whistles using gin (units);

create index whistles_blower on whistles (blower_area_id, situation, id);

create index whistles_case on whistles (case_id) where case_id is not null;

create index whistles_area on whistles (area_id);

alter table whistles enable row level security;

create policy whistles_read on whistles for select to linli_app using (
  reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[]
);

create policy whistles_blow on whistles for insert to linli_app
  with check (reach && current_setting('app.reach')::uuid[]);

create policy whistles_change on whistles for update to linli_app using (
  reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[]
);

create policy whistles_reader on whistles for select to linli_reader using (true);

grant select, insert, update on whistles to linli_app;

grant select on whistles to linli_reader;

-- One unit in one whistle. A department is whistled; a property firm is invited, and may decline.
create table whistle_calls (
  id uuid primary key,
  whistle_id uuid not null references whistles (id),
  unit_id uuid not null references units (id),
  how text not null check (how in ('whistled', 'invited')),
  stage text not null check (stage in ('named', 'called', 'signed', 'contacted', 'arrived_elsewhere', 'arrived', 'acted',
    'refused', 'declined', 'absent', 'released')),
  sign_due_at timestamptz,
  contact_due_at timestamptz,
  report_due_at timestamptz,
  signed_at timestamptz,
  contacted_at timestamptz,
  elsewhere_at timestamptz,
  metres integer check (metres >= 0),
  arrived_at timestamptz,
  confirmed_at timestamptz,
  acted_at timestamptz,
  refused_at timestamptz,
  absent_at timestamptz,
  released_at timestamptz,
  promptness integer check (promptness between 1 and 5),
  result integer check (result between 1 and 5),
  attitude integer check (attitude between 1 and 5),
  rated_at timestamptz,
  reach uuid[] not null,
  units uuid[] not null default '{}',
  unique (whistle_id, unit_id),
  check ((stage = 'named') = (sign_due_at is null)),
  check (how = 'whistled' or absent_at is null and stage not in ('refused', 'absent') and rated_at is null),
  check (stage <> 'declined' or how = 'invited'),
  check (stage <> 'absent' or absent_at is not null),
  check (stage not in ('refused', 'declined') or refused_at is not null),
  check ((stage = 'released') = (released_at is not null)),
  -- Who was absent has not signed in time.
  check (absent_at is null or signed_at is null or signed_at > sign_due_at),
  check ((rated_at is null) = (promptness is null) and (rated_at is null) = (result is null)
    and (rated_at is null) = (attitude is null))
);

create index whistle_calls_unit on whistle_calls (unit_id, id);

create index whistle_calls_unsigned on whistle_calls (sign_due_at) where stage = 'called' and how = 'whistled';

alter table whistle_calls enable row level security;

create policy whistle_calls_read on whistle_calls for select to linli_app using (
  reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[]
);

create policy whistle_calls_name on whistle_calls for insert to linli_app
  with check (reach && current_setting('app.reach')::uuid[]);

create policy whistle_calls_change on whistle_calls for update to linli_app using (
  reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[]
);

create policy whistle_calls_reader on whistle_calls for select to linli_reader using (true);

grant select, insert, update on whistle_calls to linli_app;

grant select on whistle_calls to linli_reader;

-- 建议权: a street's advice on appointment, transfer, reward or sanction, with the calls that it rests on. It is read by
-- the centre and by that street alone: of what somebody may do, `whistle.advise` must be among it.
create table whistle_advice (
  id uuid primary key,
  street_id uuid not null references areas (id),
  unit_id uuid not null references units (id),
  about text not null check (about in ('appointment', 'transfer', 'reward', 'sanction')),
  words_id uuid not null,
  call_ids uuid[] not null check (cardinality(call_ids) > 0),
  filed_at timestamptz not null,
  reach uuid[] not null
);

create index whistle_advice_street on whistle_advice (street_id, id);

alter table whistle_advice enable row level security;

create policy whistle_advice_read on whistle_advice for select to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|whistle.advise|%'
);

create policy whistle_advice_file on whistle_advice for insert to linli_app with check (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|whistle.advise|%'
);

create policy whistle_advice_move on whistle_advice for update to linli_app
  using (current_setting('app.actor') = 'system');

create policy whistle_advice_reader on whistle_advice for select to linli_reader using (true);

grant select, insert, update (reach) on whistle_advice to linli_app;

grant select on whistle_advice to linli_reader;
