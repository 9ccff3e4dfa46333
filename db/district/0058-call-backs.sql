-- cases: call-backs (回访), and what a reporter asks for who is not satisfied a second time. Words are sealed texts.

create table call_backs (
  id uuid primary key,
  case_id uuid not null references cases (id),
  -- How often the case was reopened by then: each new result is asked about anew.
  round integer not null check (round >= 0),
  way text not null check (way in ('telephone', 'message', 'visit')),
  outcome text not null check (outcome in ('answered', 'not_reached', 'declined')),
  solved boolean,
  rating integer check (rating between 1 and 5),
  tried_at timestamptz not null,
  tried_by uuid not null,
  next_try_at timestamptz,
  reach uuid[] not null,
  units uuid[] not null,
  check ((outcome = 'answered') = (solved is not null)),
  check ((solved is null) = (rating is null)),
  check (next_try_at is null or outcome = 'not_reached')
);

create index call_backs_case on call_backs (case_id, round);

alter table call_backs enable row level security;

create policy call_backs_app on call_backs to linli_app
  using (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
  with check (true);

create policy call_backs_reader on call_backs for select to linli_reader using (true);

grant select, insert, update on call_backs to linli_app;

grant select on call_backs to linli_reader;

create table reopen_asks (
  id uuid primary key,
  case_id uuid not null references cases (id),
  round integer not null check (round > 0),
  because text not null check (because in ('not_solved', 'not_satisfied')),
  asked_at timestamptz not null,
  granted boolean,
  decided_at timestamptz,
  decided_by uuid,
  reason_id uuid,
  reach uuid[] not null,
  units uuid[] not null,
  account_id uuid,
  receipt_hash bytea,
  check ((granted is null) = (decided_at is null))
);

create unique index reopen_asks_once on reopen_asks (case_id, round);

create index reopen_asks_open on reopen_asks (asked_at, id) where granted is null;

alter table reopen_asks enable row level security;

create policy reopen_asks_app on reopen_asks to linli_app
  using (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[]
    or account_id = any (current_setting('app.account')::uuid[])
    or receipt_hash = decode(current_setting('app.receipt'), 'hex'))
  with check (true);

create policy reopen_asks_reader on reopen_asks for select to linli_reader using (true);

grant select, insert, update on reopen_asks to linli_app;

grant select on reopen_asks to linli_reader;
