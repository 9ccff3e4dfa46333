-- cases: the ladder (督办阶梯): who hears of a clock, and when; and each case's next moment, so that the minute's round
-- finds by key what has come.

create table ladder_steps (
  id uuid primary key,
  -- Null: for every matter that has no steps of its own for this clock.
  matter text,
  clock text not null check (clock in ('response', 'unit')),
  left_percent integer check (left_percent between 1 and 99),
  over_minutes integer check (over_minutes between 0 and 20000),
  audience text not null check (audience in ('desk', 'unit_head', 'street', 'district')),
  kind text not null check (kind in ('remind', 'press')),
  from_day date not null,
  until_day date check (until_day >= from_day),
  check ((left_percent is null) <> (over_minutes is null)),
  check ((kind = 'remind') = (left_percent is not null)),
  -- Before a unit has the case there is no head of one.
  check (clock = 'unit' or audience <> 'unit_head')
);

-- Source: own. The desk hears while there is time to act; its head before and as soon as the time is out; then the
-- street after half a day of office hours, and the district after two days of them.
insert into ladder_steps (id, matter, clock, left_percent, over_minutes, audience, kind, from_day) values
  ('01999999-0000-7000-8000-000000000001', null, 'response', 33, null, 'desk', 'remind', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000002', null, 'response', null, 0, 'desk', 'press', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000003', null, 'response', null, 60, 'street', 'press', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000004', null, 'response', null, 240, 'district', 'press', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000005', null, 'unit', 33, null, 'desk', 'remind', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000006', null, 'unit', 10, null, 'unit_head', 'remind', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000007', null, 'unit', null, 0, 'unit_head', 'press', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000008', null, 'unit', null, 210, 'street', 'press', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000009', null, 'unit', null, 840, 'district', 'press', '2026-01-01');

grant select, insert, update (until_day) on ladder_steps to linli_app;

grant select on ladder_steps to linli_reader;

-- Kept by a follower: the first moment at which a step of a case's clocks is due. No row where there is none.
create table ladder_next (
  case_id uuid primary key,
  next_at timestamptz not null
);

create index ladder_next_at on ladder_next (next_at);

alter table ladder_next enable row level security;

create policy ladder_next_program on ladder_next for select to linli_app using (current_setting('app.actor') = 'system');

create policy ladder_next_reader on ladder_next to linli_reader using (true) with check (true);

grant select on ladder_next to linli_app;

grant select, insert, update, delete on ladder_next to linli_reader;
