-- cases: a supervisor's instruction (督办件) to a unit of a case, with a deadline of its own. Its words are sealed texts.

create table instructions (
  id uuid primary key,
  case_id uuid not null references cases (id),
  unit_id uuid not null references units (id),
  giver text not null check (giver in ('street', 'district')),
  given_by uuid not null,
  given_at timestamptz not null,
  text_id uuid not null,
  amount integer not null check (amount between 1 and 240),
  counted_in text not null check (counted_in in ('working_hour', 'clock_hour')),
  due_at timestamptz not null,
  answer_id uuid,
  ended_at timestamptz,
  withdrawn boolean not null default false,
  overdue_at timestamptz,
  reach uuid[] not null,
  units uuid[] not null,
  check (answer_id is null or (ended_at is not null and not withdrawn)),
  check (ended_at is null or withdrawn <> (answer_id is not null))
);

create index instructions_case on instructions (case_id);

create unique index instructions_open on instructions (case_id, unit_id) where ended_at is null;

create index instructions_of_unit on instructions (unit_id, due_at) where ended_at is null;

create index instructions_due on instructions (due_at) where ended_at is null and overdue_at is null;

alter table instructions enable row level security;

create policy instructions_app on instructions to linli_app
  using (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
  with check (true);

create policy instructions_reader on instructions for select to linli_reader using (true);

grant select, insert, update on instructions to linli_app;

grant select on instructions to linli_reader;
