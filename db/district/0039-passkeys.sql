-- people: passkeys (WebAuthn): a device signs by a key that never leaves it; here is the half that anybody may know.

create table auth_passkeys (
  id uuid primary key,
  user_id uuid not null references auth_user (id) on delete cascade,
  -- What the device calls the key.
  credential_id bytea not null unique,
  -- SubjectPublicKeyInfo in DER.
  public_key bytea not null,
  -- How often the device said that it had signed; 0 where it does not count.
  sign_count bigint not null,
  -- The host that the key was made for: it signs for no other.
  rp_id text not null,
  -- What it was added on, in classes, as of sessions.
  device_system text not null,
  device_browser text not null,
  created_at timestamptz not null,
  used_at timestamptz
);

create index auth_passkeys_user on auth_passkeys (user_id);

alter table auth_passkeys enable row level security;

create policy auth_passkeys_auth on auth_passkeys to linli_auth using (true) with check (true);

-- A passkey comes and goes in the transaction that writes the journal's line: its holder's own, or, where an
-- administrator gives a new password or takes the second factor away, all of an account.
create policy auth_passkeys_add on auth_passkeys for insert to linli_app with check (
  user_id = any (current_setting('app.account')::uuid[])
);

create policy auth_passkeys_find on auth_passkeys for select to linli_app using (
  user_id = any (current_setting('app.account')::uuid[]) or current_setting('app.acts') like '%|people.manage|%'
);

create policy auth_passkeys_remove on auth_passkeys for delete to linli_app using (
  user_id = any (current_setting('app.account')::uuid[]) or current_setting('app.acts') like '%|people.manage|%'
);

grant select, insert, update, delete on auth_passkeys to linli_auth;

grant select (id, user_id), insert, delete on auth_passkeys to linli_app;

-- Challenges that were answered: each is answered once. One that was not is known by the browser's signed cookie alone.
create table auth_used_challenges (
  challenge_hash bytea primary key,
  expires_at timestamptz not null
);

create index auth_used_challenges_expiry on auth_used_challenges (expires_at);

alter table auth_used_challenges enable row level security;

create policy auth_used_challenges_auth on auth_used_challenges to linli_auth using (true) with check (true);

grant select, insert, delete on auth_used_challenges to linli_auth;
