-- people: accounts, and the posts they hold in units and areas for a term.

create table accounts (
  id uuid primary key,
  kind text not null check (kind in ('staff', 'resident')),
  name text not null,
  phone text,
  locale text not null default 'zh' check (locale in ('zh', 'en')),
  demonstration boolean not null default false,
  created_at timestamptz not null,
  ended_at timestamptz
);

alter table accounts enable row level security;

create policy accounts_own on accounts for select to linli_app using (
  id = any (current_setting('app.account')::uuid[]) or current_setting('app.acts') like '%|people.manage|%'
);

create policy accounts_add on accounts for insert to linli_app
  with check (current_setting('app.acts') like '%|people.manage|%');

create policy accounts_change on accounts for update to linli_app using (
  id = any (current_setting('app.account')::uuid[]) or current_setting('app.acts') like '%|people.manage|%'
);

create policy accounts_auth on accounts to linli_auth using (true) with check (true);

create policy accounts_reader on accounts for select to linli_reader using (true);

grant select, insert, update on accounts to linli_app, linli_auth;

grant select on accounts to linli_reader;

create table posts (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  kind text not null check (kind in ('administrator', 'centre', 'street_desk', 'community_desk',
    'unit_desk', 'unit_head', 'grid_leader', 'grid_worker', 'evaluator')),
  unit_id uuid references units (id),
  area_id uuid not null references areas (id),
  -- Shown to residents beside "my grid worker": a name and a telephone for work, never a private one.
  public_name text,
  public_phone text,
  starts_on date not null,
  ends_on date,
  check (ends_on is null or ends_on >= starts_on)
);

create index posts_account on posts (account_id);

create index posts_area on posts (area_id, kind);

alter table posts enable row level security;

create policy posts_app_read on posts for select to linli_app using (
  account_id = any (current_setting('app.account')::uuid[])
  or kind in ('grid_worker', 'grid_leader')
  or current_setting('app.acts') like '%|people.manage|%'
);

create policy posts_app_write on posts for insert to linli_app
  with check (current_setting('app.acts') like '%|people.manage|%');

create policy posts_app_change on posts for update to linli_app
  using (current_setting('app.acts') like '%|people.manage|%');

create policy posts_auth on posts for select to linli_auth using (true);

create policy posts_reader on posts for select to linli_reader using (true);

grant select, insert, update on posts to linli_app;

grant select on posts to linli_auth, linli_reader;
