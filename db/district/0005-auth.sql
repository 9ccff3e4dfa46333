-- people: sign-in. better-auth's tables, prefixed, in snake_case; only its own role reads or writes them.
-- An auth_user's id is the account's id: the session look-up joins them without a second key.

create table auth_user (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  username text unique,
  phone_number text unique,
  phone_number_verified boolean,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth_session (
  id uuid primary key,
  user_id uuid not null references auth_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index auth_session_user on auth_session (user_id);

create table auth_account (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth_user (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);

create index auth_account_user on auth_account (user_id);

create table auth_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index auth_verification_identifier on auth_verification (identifier);

-- Where one-time codes lie while no gateway sends them. Telephones are masked: the page shows them.
create table auth_outbox (
  id uuid primary key,
  phone_masked text not null,
  code text not null,
  written_at timestamptz not null,
  expires_at timestamptz not null
);

create index auth_outbox_expiry on auth_outbox (expires_at);

alter table auth_user enable row level security;

create policy auth_user_auth on auth_user to linli_auth using (true) with check (true);

alter table auth_session enable row level security;

create policy auth_session_auth on auth_session to linli_auth using (true) with check (true);

alter table auth_account enable row level security;

create policy auth_account_auth on auth_account to linli_auth using (true) with check (true);

alter table auth_verification enable row level security;

create policy auth_verification_auth on auth_verification to linli_auth using (true) with check (true);

alter table auth_outbox enable row level security;

create policy auth_outbox_auth on auth_outbox to linli_auth using (true) with check (true);

grant select, insert, update, delete on auth_user, auth_session, auth_account, auth_verification, auth_outbox to linli_auth;

-- One row, written by the first set-up: of two at once its key lets one through.
create table set_ups (
  only_one boolean primary key check (only_one),
  set_up_at timestamptz not null
);

grant select, insert on set_ups to linli_app;
