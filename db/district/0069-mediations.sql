-- cases: 人民调解. What parties are called, what they said and what they agreed are sealed texts. Two rooms: whoever may see
-- the row of a mediation opens `id`, which its parties share; the committee alone opens `room_id`.

create table mediations (
  id uuid primary key,
  case_id uuid not null references cases (id),
  -- The area of the committee that mediates. `reach` is this area alone: a street sees counts, not its communities' disputes.
  area_id uuid not null references areas (id),
  reach uuid[] not null check (cardinality(reach) = 1),
  room_id uuid not null unique,
  chain uuid not null,
  origin text not null check (origin in ('party', 'committee', 'court', 'police')),
  stage text not null check (stage in ('asked', 'consented', 'mediating', 'agreed', 'in_force', 'closed', 'ended', 'withdrawn')),
  party_accounts uuid[] not null default '{}',
  -- SHA-256 of receipt codes, hex, as `app.receipt` has it.
  party_receipts text[] not null default '{}' check (not '' = any (party_receipts)),
  parties integer not null check (parties > 0),
  consents integer not null check (consents between 0 and parties),
  mediator_kind text check (mediator_kind in ('holder', 'account')),
  mediator_id uuid,
  mediator_name_id uuid,
  chosen_by text check (chosen_by in ('committee', 'parties')),
  opened_at timestamptz not null,
  form text check (form in ('written', 'oral')),
  facts_id uuid,
  terms_id uuid,
  cause text,
  agreed_at timestamptz,
  in_force_on date,
  confirm_until date,
  confirmed_on date,
  follow_on date,
  kept text check (kept in ('kept', 'partly', 'not_kept')),
  outcome text check (outcome in ('refused', 'not_reached', 'not_suitable', 'ended_by_party')),
  danger_at timestamptz,
  ended_at timestamptz,
  drill_id uuid,
  seq integer not null check (seq > 0),
  check ((mediator_kind is null) = (mediator_id is null) and (mediator_id is null) = (mediator_name_id is null)
    and (mediator_id is null) = (chosen_by is null)),
  check (stage not in ('consented', 'mediating', 'agreed', 'in_force', 'closed') or consents = parties and parties > 1),
  check (stage not in ('mediating', 'agreed', 'in_force', 'closed') or mediator_id is not null),
  check ((stage in ('agreed', 'in_force', 'closed')) = (form is not null)),
  check ((form is null) = (facts_id is null) and (form is null) = (terms_id is null) and (form is null) = (agreed_at is null)),
  check ((stage in ('in_force', 'closed')) = (in_force_on is not null)),
  check ((in_force_on is null) = (confirm_until is null)),
  check (confirmed_on is null or confirmed_on <= confirm_until + 90),
  check ((stage in ('in_force')) = (follow_on is not null)),
  check ((stage = 'closed') = (kept is not null)),
  check ((stage = 'ended') = (outcome is not null)),
  check ((stage in ('closed', 'ended', 'withdrawn')) = (ended_at is not null)),
  check (cause is null or stage in ('agreed', 'in_force', 'closed', 'ended')),
  check (stage not in ('agreed', 'in_force', 'closed', 'ended') or cause is not null)
);

create unique index mediations_one_open on mediations (case_id) where ended_at is null;

create index mediations_case on mediations (case_id);

create index mediations_reach on mediations using gin (reach);

create index mediations_accounts on mediations using gin (party_accounts);

create index mediations_receipts on mediations using gin (party_receipts);

create index mediations_follow on mediations (follow_on) where stage = 'in_force';

alter table mediations enable row level security;

create policy mediations_read on mediations for select to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|mediation.conduct|%'
  or party_accounts && current_setting('app.account')::uuid[]
  or current_setting('app.receipt') = any (party_receipts)
);

create policy mediations_open on mediations for insert to linli_app with check (true);

create policy mediations_change on mediations for update to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|mediation.conduct|%'
  or party_accounts && current_setting('app.account')::uuid[]
  or current_setting('app.receipt') = any (party_receipts)
) with check (true);

create policy mediations_reader on mediations for select to linli_reader using (true);

grant select, insert, update on mediations to linli_app;

grant select on mediations to linli_reader;

-- One side of a dispute. A party sees its own row and no other.
create table mediation_parties (
  id uuid primary key,
  mediation_id uuid not null references mediations (id),
  place integer not null check (place > 0),
  side text not null check (side in ('applicant', 'respondent')),
  is_reporter boolean not null,
  account_id uuid,
  receipt_hash bytea not null,
  name_id uuid not null,
  phone_id uuid,
  consent_how text check (consent_how in ('self', 'desk')),
  consented_at timestamptz,
  wants_other boolean not null default false,
  signed_on date,
  reach uuid[] not null,
  unique (mediation_id, place),
  check ((consented_at is null) = (consent_how is null))
);

create index mediation_parties_account on mediation_parties (account_id) where account_id is not null;

alter table mediation_parties enable row level security;

create policy mediation_parties_read on mediation_parties for select to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|mediation.conduct|%'
  or account_id = any (current_setting('app.account')::uuid[])
  or receipt_hash = decode(current_setting('app.receipt'), 'hex')
);

create policy mediation_parties_add on mediation_parties for insert to linli_app with check (true);

create policy mediation_parties_change on mediation_parties for update to linli_app using (
  reach && current_setting('app.reach')::uuid[] and current_setting('app.acts') like '%|mediation.conduct|%'
  or account_id = any (current_setting('app.account')::uuid[])
  or receipt_hash = decode(current_setting('app.receipt'), 'hex')
) with check (true);

create policy mediation_parties_reader on mediation_parties for select to linli_reader using (true);

grant select, insert, update on mediation_parties to linli_app;

grant select on mediation_parties to linli_reader;

create table mediation_sessions (
  id uuid primary key,
  mediation_id uuid not null references mediations (id),
  stage text not null check (stage in ('set', 'held', 'cancelled')),
  session_at timestamptz not null,
  place_id uuid not null,
  came uuid[] not null default '{}',
  record_id uuid,
  reach uuid[] not null,
  check ((stage = 'held') = (record_id is not null))
);

create index mediation_sessions_of on mediation_sessions (mediation_id, session_at);

alter table mediation_sessions enable row level security;

create policy mediation_sessions_app on mediation_sessions to linli_app
  using (reach && current_setting('app.reach')::uuid[]) with check (true);

create policy mediation_sessions_reader on mediation_sessions for select to linli_reader using (true);

grant select, insert, update on mediation_sessions to linli_app;

grant select on mediation_sessions to linli_reader;

-- What a party does by the agreement, and by which day.
create table mediation_duties (
  id uuid primary key,
  mediation_id uuid not null references mediations (id),
  place integer not null check (place > 0),
  party_id uuid not null references mediation_parties (id),
  words_id uuid not null,
  due_on date not null,
  -- The draft that it stands in: one that was written anew leaves the earlier one behind.
  draft integer not null check (draft > 0),
  reach uuid[] not null
);

create index mediation_duties_of on mediation_duties (mediation_id, draft, place);

alter table mediation_duties enable row level security;

create policy mediation_duties_app on mediation_duties to linli_app
  using (reach && current_setting('app.reach')::uuid[]) with check (true);

create policy mediation_duties_reader on mediation_duties for select to linli_reader using (true);

grant select, insert on mediation_duties to linli_app;

grant select on mediation_duties to linli_reader;

-- 回访: whether the agreement is kept (第三十一条). The committee's alone.
create table mediation_visits (
  id uuid primary key,
  mediation_id uuid not null references mediations (id),
  visited_on date not null,
  result text not null check (result in ('kept', 'partly', 'not_kept', 'not_due')),
  words_id uuid,
  next_on date,
  reach uuid[] not null
);

create index mediation_visits_of on mediation_visits (mediation_id, visited_on);

alter table mediation_visits enable row level security;

create policy mediation_visits_app on mediation_visits to linli_app
  using (reach && current_setting('app.reach')::uuid[]) with check (true);

create policy mediation_visits_reader on mediation_visits for select to linli_reader using (true);

grant select, insert on mediation_visits to linli_app;

grant select on mediation_visits to linli_reader;

-- Who of the staff looked at a mediation, once a day each; the journal has a line for each as well.
create table mediation_looks (
  mediation_id uuid not null references mediations (id),
  account_id uuid not null,
  name text not null,
  day date not null,
  reach uuid[] not null,
  primary key (mediation_id, account_id, day)
);

alter table mediation_looks enable row level security;

create policy mediation_looks_app on mediation_looks to linli_app
  using (reach && current_setting('app.reach')::uuid[]) with check (true);

create policy mediation_looks_reader on mediation_looks for select to linli_reader using (true);

grant select, insert on mediation_looks to linli_app;

grant select on mediation_looks to linli_reader;
