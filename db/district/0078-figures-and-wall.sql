-- Figures for every area of a case's path, by day and by month, by matter and over all (`*`): any span of any area is read in
-- a few rows. They are counted again from the journal.
drop table figures;

delete from cursors where follower = 'figures';

create table figures (
  area_id uuid not null,
  span text not null check (span in ('day', 'month')),
  matter text not null,
  start date not null,
  measure text not null,
  -- The area that it lay in then; the district lies in itself.
  under uuid not null,
  value bigint not null check (value >= 0),
  primary key (area_id, span, matter, start, measure, under)
);

grant select, insert, update, delete on figures to linli_reader;
grant select on figures to linli_app;

-- What was counted lately, each with its case, so that a figure opens to what is behind it. `areas`: those under which it
-- counts, from the district down.
create table figure_facts (
  case_id uuid not null,
  seq integer not null,
  measure text not null,
  at timestamptz not null,
  matter text not null,
  areas uuid[] not null,
  primary key (case_id, seq, measure)
);

create index figure_facts_behind on figure_facts (measure, at, case_id);
create index figure_facts_latest on figure_facts (at, case_id);

grant select, insert, update, delete on figure_facts to linli_reader;
grant select on figure_facts to linli_app;

alter table figure_facts enable row level security;
create policy figure_facts_read on figure_facts for select to linli_app
  using (areas && (current_setting('app.reach')::uuid[]));
create policy figure_facts_reader on figure_facts for all to linli_reader using (true) with check (true);

-- Every open case as a wall shows it; who reaches it, follows `cases.reach`.
create table open_cases (
  case_id uuid not null primary key,
  reach uuid[] not null,
  unit_id uuid,
  matter text not null,
  stage text not null,
  light text not null,
  -- When its clock makes it another light; null where time alone changes nothing.
  turns_at timestamptz,
  -- When it turns red; null where its clock does not run or it is red.
  red_at timestamptz,
  reports integer not null check (reports > 0),
  -- Whether a wall may say what it is about in the words that staff confirmed for the public.
  named boolean not null
);

create index open_cases_turning on open_cases (turns_at) where turns_at is not null;
create index open_cases_red on open_cases (red_at) where red_at is not null;
create index open_cases_hot on open_cases (reports, case_id) where reports > 2;
create index open_cases_reach on open_cases using gin (reach);

grant select, insert, update, delete on open_cases to linli_reader;
grant select on open_cases to linli_app;

alter table open_cases enable row level security;
create policy open_cases_read on open_cases for select to linli_app
  using (reach && (current_setting('app.reach')::uuid[]));
create policy open_cases_reader on open_cases for all to linli_reader using (true) with check (true);

-- How many of them, under every area that reaches them: by stage, unit and matter. A sum would need a look at every case.
create table open_counts (
  area_id uuid not null,
  by_what text not null check (by_what in ('stage', 'unit', 'matter')),
  what text not null,
  light text not null,
  value integer not null check (value >= 0),
  primary key (area_id, by_what, what, light)
);

grant select, insert, update, delete on open_counts to linli_reader;
grant select on open_counts to linli_app;

-- A wall asks how far its followers have come.
grant select on cursors to linli_app;
