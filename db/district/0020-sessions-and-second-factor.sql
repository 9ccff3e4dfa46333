-- people: sessions that their owners recognise, passwords that must be changed, and the second factor.

-- What a session was opened with, in classes and no closer: "Chrome on Windows", the half of an address.
alter table auth_session add column device_system text;

alter table auth_session add column device_browser text;

alter table auth_session add column source_masked text;

alter table auth_session add column seen_at timestamptz;

-- What stands between the session and work; a session that needs a second factor is nobody's yet.
alter table auth_session add column needs text check (needs in ('second_factor', 'password', 'enrolment'));

-- Whoever signed the person in has seen to a second factor.
alter table auth_session add column factor_elsewhere boolean not null default false;

-- Somebody else knows the password: whoever opened the account, or reset it.
alter table auth_account add column password_by_other boolean not null default false;

-- A password changes, and sessions end, in the transaction that writes the journal's line. The server's role may write
-- them for the account itself and for whoever keeps accounts, and can read neither password nor token.
create policy auth_account_find on auth_account for select to linli_app using (
  user_id = any (current_setting('app.account')::uuid[]) or current_setting('app.acts') like '%|people.manage|%'
);

create policy auth_account_change on auth_account for update to linli_app using (
  user_id = any (current_setting('app.account')::uuid[]) or current_setting('app.acts') like '%|people.manage|%'
);

grant select (user_id, provider_id), update (password, password_by_other, updated_at) on auth_account to linli_app;

create policy auth_session_find on auth_session for select to linli_app using (
  user_id = any (current_setting('app.account')::uuid[]) or current_setting('app.acts') like '%|people.manage|%'
);

create policy auth_session_change on auth_session for update to linli_app using (
  user_id = any (current_setting('app.account')::uuid[]) or current_setting('app.acts') like '%|people.manage|%'
);

grant select (id, user_id, expires_at), update (expires_at) on auth_session to linli_app;

-- Time-based codes (RFC 6238). The secret is encrypted with a key of the data folder; without confirmed_at it is being
-- set up. last_step is the time step of the last code: one that is not later is refused.
create table auth_totp (
  user_id uuid primary key references auth_user (id) on delete cascade,
  secret_sealed bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null,
  created_at timestamptz not null
);

alter table auth_totp enable row level security;

create policy auth_totp_auth on auth_totp to linli_auth using (true) with check (true);

create policy auth_totp_find on auth_totp for select to linli_app using (
  user_id = any (current_setting('app.account')::uuid[]) or current_setting('app.acts') like '%|people.manage|%'
);

create policy auth_totp_change on auth_totp for update to linli_app using (
  user_id = any (current_setting('app.account')::uuid[]) or current_setting('app.acts') like '%|people.manage|%'
);

grant select, insert, update, delete on auth_totp to linli_auth;

grant select (user_id, confirmed_at), update (confirmed_at) on auth_totp to linli_app;

create table auth_recovery_code (
  id uuid primary key,
  user_id uuid not null references auth_user (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  unique (user_id, code_hash)
);

alter table auth_recovery_code enable row level security;

create policy auth_recovery_code_auth on auth_recovery_code to linli_auth using (true) with check (true);

grant select, insert, update, delete on auth_recovery_code to linli_auth;

-- Kinds of post whose holders sign in with a second factor.
create table second_factor_kinds (
  post_kind text primary key,
  since timestamptz not null
);

alter table second_factor_kinds enable row level security;

create policy second_factor_kinds_read on second_factor_kinds for select to linli_app, linli_auth using (true);

create policy second_factor_kinds_add on second_factor_kinds for insert to linli_app
  with check (current_setting('app.acts') like '%|people.manage|%');

create policy second_factor_kinds_remove on second_factor_kinds for delete to linli_app
  using (current_setting('app.acts') like '%|people.manage|%');

grant select, insert, delete on second_factor_kinds to linli_app;

grant select on second_factor_kinds to linli_auth;
