-- evaluation: 考核剔除 and 异议 with their decisions, and what streets and communities say of departments. Words are sealed texts.

create table assessment_claims (
  id uuid primary key,
  kind text not null check (kind in ('exclusion', 'objection')),
  unit_id uuid not null references units (id),
  month text not null,
  subjects uuid[] not null check (kind = 'objection' or cardinality(subjects) = 1),
  words_id uuid not null,
  filed_at timestamptz not null,
  decided_at timestamptz,
  granted boolean,
  taken_out uuid[] not null default '{}' check (taken_out <@ subjects),
  decision_id uuid,
  reach uuid[] not null,
  units uuid[] not null,
  check ((decided_at is null) = (granted is null) and (decided_at is null) = (decision_id is null)),
  check (granted is true or taken_out = '{}')
);

create index assessment_claims_month on assessment_claims (month, unit_id);

create index assessment_claims_unit on assessment_claims (unit_id);

create unique index assessment_claims_open on assessment_claims (unit_id, month, (subjects[1]))
  where kind = 'exclusion' and decided_at is null;

alter table assessment_claims enable row level security;

create policy assessment_claims_app on assessment_claims to linli_app
  using (
    current_setting('app.acts') like '%|assessment.see|%'
    and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
  )
  with check (true);

create policy assessment_claims_reader on assessment_claims for select to linli_reader using (true);

grant select, insert, update on assessment_claims to linli_app;

grant select on assessment_claims to linli_reader;

-- 评价权 on assists and support. `reach` is where the street or community lies, `units` the department spoken of.
create table assessment_marks (
  id uuid primary key,
  kind text not null check (kind in ('assist', 'support')),
  unit_id uuid not null references units (id),
  area_id uuid not null references areas (id),
  month text not null,
  case_id uuid references cases (id),
  promptness integer check (promptness between 1 and 5),
  result integer check (result between 1 and 5),
  attitude integer check (attitude between 1 and 5),
  support integer check (support between 1 and 5),
  words_id uuid,
  given_at timestamptz not null,
  reach uuid[] not null,
  units uuid[] not null,
  check (kind = 'support' and support is not null and case_id is null and promptness is null and result is null and
    attitude is null or kind = 'assist' and support is null and case_id is not null and promptness is not null and
    result is not null and attitude is not null)
);

create unique index assessment_marks_assist on assessment_marks (case_id, unit_id) where kind = 'assist';

create unique index assessment_marks_support on assessment_marks (area_id, unit_id, month) where kind = 'support';

create index assessment_marks_unit on assessment_marks (unit_id);

alter table assessment_marks enable row level security;

create policy assessment_marks_read on assessment_marks for select to linli_app using (
  current_setting('app.acts') like '%|assessment.see|%'
  and (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy assessment_marks_give on assessment_marks for insert to linli_app with check (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|assessment.mark|%'
);

create policy assessment_marks_move on assessment_marks for update to linli_app
  using (current_setting('app.actor') = 'system');

create policy assessment_marks_reader on assessment_marks for select to linli_reader using (true);

grant select, insert, update (reach) on assessment_marks to linli_app;

grant select on assessment_marks to linli_reader;
