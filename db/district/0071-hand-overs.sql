-- cases: 交接班. What stood at a desk, in a unit or in a grid when somebody gave it over, and who took it. What was open is told
-- by ids; a paragraph, where somebody wrote one, is a sealed text.
create table hand_overs (
  id uuid primary key,
  seat text not null check (seat in ('desk', 'unit', 'grid')),
  -- Of a unit's seat; a desk and a grid are known by their area.
  unit_id uuid references units (id),
  area_id uuid not null references areas (id),
  path uuid[] not null check (cardinality(path) > 0),
  chain uuid not null,
  given_by uuid not null references accounts (id),
  given_at timestamptz not null,
  -- What was open, as JSON, word for word: its line holds the hash of it.
  items text not null,
  counts jsonb not null,
  words_id uuid,
  taken_by uuid references accounts (id),
  taken_at timestamptz,
  -- Given once more before anybody took it.
  replaced_at timestamptz,
  told_at timestamptz,
  reach uuid[] not null,
  units uuid[] not null,
  check ((seat = 'unit') = (unit_id is not null)),
  check ((taken_by is null) = (taken_at is null)),
  check (taken_by <> given_by),
  check (taken_at >= given_at),
  check (taken_at is null or replaced_at is null)
);

-- One at a time waits to be taken.
create unique index hand_overs_open on hand_overs (seat, coalesce(unit_id, area_id))
  where taken_at is null and replaced_at is null;

create index hand_overs_untold on hand_overs (given_at)
  where taken_at is null and replaced_at is null and told_at is null;

create index hand_overs_reach on hand_overs using gin (reach);

create index hand_overs_units on hand_overs using gin (units);

alter table hand_overs enable row level security;

create policy hand_overs_read on hand_overs for select to linli_app using (
  current_setting('app.actor') = 'system' or current_setting('app.acts') like '%|hand_over.keep|%' and (
    reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy hand_overs_give on hand_overs for insert to linli_app with check (
  given_by = any (current_setting('app.account')::uuid[])
  and current_setting('app.acts') like '%|hand_over.keep|%' and (
    reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy hand_overs_take on hand_overs for update to linli_app using (
  current_setting('app.actor') = 'system' or current_setting('app.acts') like '%|hand_over.keep|%' and (
    reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy hand_overs_reader on hand_overs for select to linli_reader using (true);

grant select, insert, update (taken_by, taken_at, replaced_at, told_at, reach) on hand_overs to linli_app;

grant select on hand_overs to linli_reader;
