-- people: service accounts (服务账号): programs of other offices that come with a key.

alter table accounts drop constraint accounts_kind_check;

alter table accounts add constraint accounts_kind_check check (kind in ('staff', 'resident', 'service'));

-- What a key opens: acts in an area, until a day. Of the key itself only its hash is kept.
create table service_keys (
  id uuid primary key,
  account_id uuid not null references accounts (id),
  key_hash bytea not null unique,
  acts text[] not null,
  area_id uuid not null references areas (id),
  created_at timestamptz not null,
  -- First day on which it opens nothing any more.
  ends_on date not null,
  -- When it was stopped before that, or stops since another took its place.
  stops_at timestamptz,
  used_at timestamptz
);

create index service_keys_account on service_keys (account_id);

alter table service_keys enable row level security;

create policy service_keys_app_read on service_keys for select to linli_app
  using (current_setting('app.acts') like '%|people.manage|%');

create policy service_keys_app_add on service_keys for insert to linli_app
  with check (current_setting('app.acts') like '%|people.manage|%');

create policy service_keys_app_change on service_keys for update to linli_app
  using (current_setting('app.acts') like '%|people.manage|%');

create policy service_keys_auth_read on service_keys for select to linli_auth using (true);

create policy service_keys_auth_use on service_keys for update to linli_auth using (true);

grant insert, select (id, account_id, acts, area_id, created_at, ends_on, stops_at, used_at), update (stops_at)
  on service_keys to linli_app;

grant select, update (used_at) on service_keys to linli_auth;
