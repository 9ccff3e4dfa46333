-- people: a post that its holder lends to a colleague while away. The post stays its holder's.
create table delegations (
  id uuid primary key,
  post_id uuid not null references posts (id),
  from_account_id uuid not null references accounts (id),
  to_account_id uuid not null references accounts (id),
  given_by uuid not null references accounts (id),
  given_at timestamptz not null,
  starts_on date not null,
  -- The first day without it.
  ends_on date not null,
  -- Ended before its last day.
  ended_at timestamptz,
  check (ends_on > starts_on and ends_on <= starts_on + 60),
  check (from_account_id <> to_account_id and given_by <> to_account_id)
);

create index delegations_to on delegations (to_account_id, ends_on);

create index delegations_post on delegations (post_id, ends_on);

create index delegations_from on delegations (from_account_id);

alter table delegations enable row level security;

create policy delegations_app_read on delegations for select to linli_app using (
  from_account_id = any (current_setting('app.account')::uuid[])
  or to_account_id = any (current_setting('app.account')::uuid[])
  or current_setting('app.acts') like '%|people.manage|%'
);

create policy delegations_app_write on delegations for insert to linli_app with check (
  given_by = any (current_setting('app.account')::uuid[])
  and (from_account_id = given_by or current_setting('app.acts') like '%|people.manage|%')
);

create policy delegations_app_change on delegations for update to linli_app using (
  from_account_id = any (current_setting('app.account')::uuid[])
  or to_account_id = any (current_setting('app.account')::uuid[])
  or current_setting('app.acts') like '%|people.manage|%'
);

create policy delegations_auth on delegations for select to linli_auth using (true);

create policy delegations_reader on delegations for select to linli_reader using (true);

grant select, insert, update on delegations to linli_app;

grant select on delegations to linli_auth, linli_reader;
