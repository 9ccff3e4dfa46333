-- evaluation: 双向考核. What the follower `assessment` keeps from the journal: facts of units, and the timings of workers.

-- How one unit did in one thing. `reach` is the unit's: who may see a unit's facts is no matter of the case behind them, of
-- which the row says no more than its id.
create table assessment_facts (
  subject uuid not null,
  unit_id uuid not null,
  measure text not null,
  round integer not null check (round > 0),
  month text not null,
  about text not null check (about in ('case', 'whistle', 'mark')),
  counts_at timestamptz not null,
  pending boolean not null,
  points integer not null check (points between 0 and out_of),
  out_of integer not null check (out_of > 0),
  because text not null,
  matter text,
  due_at timestamptz,
  done_at timestamptz,
  taken_out boolean not null,
  reach uuid[] not null,
  units uuid[] not null,
  primary key (subject, unit_id, measure, round, month)
);

create index assessment_facts_month on assessment_facts (month, unit_id, measure);

alter table assessment_facts enable row level security;

create policy assessment_facts_read on assessment_facts for select to linli_app using (
  current_setting('app.acts') like '%|assessment.see|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy assessment_facts_reader on assessment_facts to linli_reader using (true) with check (true);

grant select on assessment_facts to linli_app;

grant select, insert, update, delete on assessment_facts to linli_reader;

-- How long one worker's act took: shown to that worker alone (Care 6).
create table worker_timings (
  subject uuid not null,
  unit_id uuid not null,
  act text not null check (act in ('signed', 'resolved')),
  round integer not null check (round > 0),
  account_id uuid not null,
  month text not null,
  minutes integer not null check (minutes >= 0),
  counted text not null check (counted in ('working', 'clock')),
  at timestamptz not null,
  primary key (subject, unit_id, act, round)
);

create index worker_timings_own on worker_timings (account_id, month);

create index worker_timings_group on worker_timings (unit_id, month);

alter table worker_timings enable row level security;

create policy worker_timings_own on worker_timings for select to linli_app
  using (account_id = any (current_setting('app.account')::uuid[]));

create policy worker_timings_reader on worker_timings to linli_reader using (true) with check (true);

grant select on worker_timings to linli_app;

grant select, insert, update, delete on worker_timings to linli_reader;

-- What a unit's workers together took. No group is shown of fewer than three, whatever a formula says (Care 8).
create table worker_groups (
  unit_id uuid not null,
  month text not null,
  act text not null,
  counted text not null,
  workers integer not null check (workers > 0),
  acts integer not null check (acts >= workers),
  minutes bigint not null,
  reach uuid[] not null,
  units uuid[] not null,
  primary key (unit_id, month, act, counted)
);

alter table worker_groups enable row level security;

create policy worker_groups_read on worker_groups for select to linli_app using (
  workers >= 3 and current_setting('app.acts') like '%|assessment.see|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy worker_groups_reader on worker_groups to linli_reader using (true) with check (true);

grant select on worker_groups to linli_app;

grant select, insert, update, delete on worker_groups to linli_reader;
