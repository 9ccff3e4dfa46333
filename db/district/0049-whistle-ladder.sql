-- cases: the ladder (督办阶梯) climbs for whistles too: whoever does not sign, refuses or does not come is heard of above.

-- Clocks of a whistle belong to no matter, and have a unit, whose head may hear.
alter table ladder_steps
  drop constraint ladder_steps_clock_check,
  drop constraint ladder_steps_check3,
  add constraint ladder_steps_clock check (clock in ('response', 'unit', 'sign', 'arrive')),
  add constraint ladder_steps_head check (clock <> 'response' or audience <> 'unit_head'),
  add constraint ladder_steps_matter check (clock in ('response', 'unit') or matter is null);

-- Source: own. Half of the time to sign is a second knock; then head, street and district follow in an hour. A refusal
-- counts as the deadline: the steps after it are counted from there.
insert into ladder_steps (id, matter, clock, left_percent, over_minutes, audience, kind, from_day) values
  ('01999999-0000-7000-8000-000000000011', null, 'sign', 50, null, 'desk', 'remind', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000012', null, 'sign', null, 0, 'unit_head', 'press', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000013', null, 'sign', null, 15, 'street', 'press', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000014', null, 'sign', null, 60, 'district', 'press', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000015', null, 'arrive', 25, null, 'desk', 'remind', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000016', null, 'arrive', null, 0, 'unit_head', 'press', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000017', null, 'arrive', null, 15, 'street', 'press', '2026-01-01'),
  ('01999999-0000-7000-8000-000000000018', null, 'arrive', null, 60, 'district', 'press', '2026-01-01');

-- Kept by a follower: the first moment at which a step of a whistle's calls is due. No row where there is none.
create table whistle_next (
  whistle_id uuid primary key,
  next_at timestamptz not null
);

create index whistle_next_at on whistle_next (next_at);

alter table whistle_next enable row level security;

create policy whistle_next_program on whistle_next for select to linli_app using (current_setting('app.actor') = 'system');

create policy whistle_next_reader on whistle_next to linli_reader using (true) with check (true);

grant select on whistle_next to linli_app;

grant select, insert, update, delete on whistle_next to linli_reader;

-- notices: what was told of a whistle goes, where its case turns out to be confidential.
create index notices_whistle on notices ((facts ->> 'whistleId')) where facts ->> 'whistleId' is not null;
