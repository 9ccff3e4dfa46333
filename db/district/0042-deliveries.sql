-- notices: messages that leave the house: to one's own devices and mail, to the robots of work groups, and what became
-- of each.

-- What somebody wants to be told by, outside the app.
create table own_channels (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  kind text not null check (kind in ('push', 'email')),
  -- A browser's endpoint and keys, or an address: encrypted under a key of the data folder, bound to this row.
  sealed bytea not null,
  -- Keyed: the same browser or address is known again, and not told to whoever has the rows.
  known_by bytea not null,
  -- What its owner tells it by: an address but for its middle; of a browser only classes, as of sessions.
  shown text not null,
  device_system text,
  device_browser text,
  language text not null check (language in ('zh', 'en')),
  -- Minutes after local midnight; alike: never quiet.
  quiet_from integer not null check (quiet_from between 0 and 1439),
  quiet_until integer not null check (quiet_until between 0 and 1439),
  created_at timestamptz not null,
  -- An address is told nothing before somebody has read there what was sent to it.
  confirmed_at timestamptz,
  code_hash bytea,
  code_until timestamptz,
  code_tries integer not null default 0,
  unique (account_id, kind, known_by)
);

create index own_channels_known on own_channels (kind, known_by);

alter table own_channels enable row level security;

create policy own_channels_own on own_channels to linli_app
  using (account_id = any (current_setting('app.account')::uuid[]));

create policy own_channels_reader on own_channels to linli_reader using (true) with check (true);

grant insert, delete, select (id, account_id, kind, known_by, shown, device_system, device_browser, language, quiet_from,
  quiet_until, created_at, confirmed_at, code_hash, code_until, code_tries), update (sealed, device_system,
  device_browser, language, quiet_from, quiet_until, confirmed_at, code_hash, code_until, code_tries)
  on own_channels to linli_app;

grant select, delete on own_channels to linli_reader;

-- Robots of work groups in WeCom, DingTalk and Feishu. What opens one is its address and its secret: sealed, and gone
-- once it is removed.
create table group_robots (
  id uuid primary key,
  area_id uuid not null references areas (id),
  reach uuid[] not null,
  -- Of a unit it tells what the unit has to do; of an area without one, what comes in there.
  unit_id uuid references units (id),
  kind text not null check (kind in ('wecom', 'dingtalk', 'feishu')),
  name text not null,
  sealed bytea,
  shown text not null,
  language text not null check (language in ('zh', 'en')),
  quiet_from integer not null check (quiet_from between 0 and 1439),
  quiet_until integer not null check (quiet_until between 0 and 1439),
  created_at timestamptz not null,
  paused_at timestamptz,
  removed_at timestamptz,
  check ((removed_at is null) = (sealed is not null))
);

create index group_robots_area on group_robots (area_id) where removed_at is null;

alter table group_robots enable row level security;

create policy group_robots_keep on group_robots to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|channel.manage|%'
);

create policy group_robots_reader on group_robots for select to linli_reader using (true);

grant insert, select (id, area_id, reach, unit_id, kind, name, shown, language, quiet_from, quiet_until, created_at,
  paused_at, removed_at), update (reach, name, sealed, language, quiet_from, quiet_until, paused_at, removed_at)
  on group_robots to linli_app;

grant select on group_robots to linli_reader;

-- One thing to tell by one channel, and what became of it. It holds no words: they are put together when it is sent.
create table deliveries (
  id uuid primary key,
  own_channel_id uuid references own_channels (id) on delete cascade,
  robot_id uuid references group_robots (id),
  account_id uuid,
  reach uuid[] not null,
  kind text not null,
  case_id uuid,
  facts jsonb not null,
  urgent boolean not null,
  state text not null check (state in ('waiting', 'failed', 'sent', 'given_up')),
  tries integer not null check (tries >= 0),
  -- How often in a row it could not even be made ready to leave.
  unready integer not null default 0,
  created_at timestamptz not null,
  next_at timestamptz,
  -- Who is sending it now, written before it is sent; whoever dies in between is followed by another after this moment.
  lease uuid,
  leased_until timestamptz,
  -- Those that left as one message share it.
  message_id uuid,
  tried_at timestamptz,
  ended_at timestamptz,
  -- A code: never what the other side said.
  outcome text,
  source_chain uuid,
  source_n bigint,
  unique (own_channel_id, source_chain, source_n),
  unique (robot_id, source_chain, source_n),
  check (num_nonnulls(own_channel_id, robot_id) = 1),
  check ((own_channel_id is null) = (account_id is null)),
  check ((state in ('waiting', 'failed')) = (next_at is not null)),
  check ((state in ('sent', 'given_up')) = (ended_at is not null))
);

create index deliveries_due on deliveries (next_at) where next_at is not null;

create index deliveries_failed_robot on deliveries (robot_id, next_at) where state = 'failed';

create index deliveries_failed_own on deliveries (own_channel_id, next_at) where state = 'failed';

create index deliveries_robot on deliveries (robot_id, id) where robot_id is not null;

create index deliveries_own on deliveries (own_channel_id, id) where own_channel_id is not null;

create index deliveries_case on deliveries (case_id) where case_id is not null;

create index deliveries_old on deliveries (created_at);

alter table deliveries enable row level security;

create policy deliveries_own on deliveries for select to linli_app
  using (account_id = any (current_setting('app.account')::uuid[]));

create policy deliveries_keep on deliveries to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|channel.manage|%'
);

create policy deliveries_reader on deliveries to linli_reader using (true) with check (true);

grant select, insert, update on deliveries to linli_app;

grant select, insert, update, delete on deliveries to linli_reader;

alter table retention_rules drop constraint retention_rules_kind_check;

alter table retention_rules add constraint retention_rules_kind_check check (kind in ('request_ids', 'sign_in_codes',
  'sessions', 'looks', 'care_reasons', 'register_versions', 'register_imports', 'rights_words', 'reporter_contacts',
  'deliveries'));

insert into retention_rules (kind, valid_from, days, basis_zh, basis_en) values
  ('deliveries', '2021-11-01', 90, '个人信息保护法第十九条：消息发没发到，三个月后不再需要', 'Personal Information Protection Law, Article 19: whether a message arrived is needed no more after three months');
