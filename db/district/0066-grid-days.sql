-- rounds: 驻点日. The monthly day in the grid: when it is, and who came.

-- From a month on; before the first row it is the 28th, whatever day of the week that is.
create table grid_day_rules (
  id uuid primary key,
  valid_from date not null unique,
  day_of_month integer not null check (day_of_month between 1 and 28),
  next_working_day boolean not null
);

grant select, insert on grid_day_rules to linli_app;

grant select on grid_day_rules to linli_reader;

create table grid_check_ins (
  id uuid primary key,
  -- The day in one grid: told by grid and day, so that a phone knows it without signal.
  grid_day_id uuid not null,
  grid_id uuid not null references areas (id),
  day date not null,
  -- One of three: who signs in by an account, who is linked to the grid by name, or a unit that is linked to it.
  account_id uuid,
  holder_id uuid,
  unit_id uuid references units (id),
  came_at timestamptz not null,
  -- From the grid's border, 0 within it; null where the phone did not say where it was.
  metres integer check (metres >= 0),
  entered_by uuid not null,
  taken_back_at timestamptz,
  chain uuid not null,
  reach uuid[] not null,
  check (num_nonnulls(account_id, holder_id, unit_id) = 1)
);

create unique index grid_check_ins_account on grid_check_ins (grid_day_id, account_id)
  where account_id is not null and taken_back_at is null;

create unique index grid_check_ins_holder on grid_check_ins (grid_day_id, holder_id)
  where holder_id is not null and taken_back_at is null;

create unique index grid_check_ins_unit on grid_check_ins (grid_day_id, unit_id)
  where unit_id is not null and taken_back_at is null;

create index grid_check_ins_reach on grid_check_ins using gin (reach);

create index grid_check_ins_grid on grid_check_ins (grid_id, day);

alter table grid_check_ins enable row level security;

create policy grid_check_ins_read on grid_check_ins for select to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|round.see|%'
  or account_id = any (current_setting('app.account')::uuid[])
  or entered_by = any (current_setting('app.account')::uuid[])
  or current_setting('app.actor') = 'system'
);

create policy grid_check_ins_enter on grid_check_ins for insert to linli_app with check (
  current_setting('app.acts') like '%|grid_day.check_in|%'
  and entered_by = any (current_setting('app.account')::uuid[])
);

create policy grid_check_ins_change on grid_check_ins for update to linli_app using (
  entered_by = any (current_setting('app.account')::uuid[]) or current_setting('app.actor') = 'system'
);

create policy grid_check_ins_reader on grid_check_ins for select to linli_reader using (true);

grant select, insert, update (taken_back_at, reach) on grid_check_ins to linli_app;

grant select on grid_check_ins to linli_reader;
