-- people: what a person may ask about themselves (个人信息保护法 Articles 44 to 50), and what was erased.

-- By which post somebody looked: kept as it was on that day, for the person to read.
alter table looks add column post_kind text;

alter table looks add column unit_id uuid;

alter table looks add column area_id uuid;

-- Whose entry in the register an account's is: found by the verified telephone and the end of the identity number.
create table own_entries (
  account_id uuid primary key,
  person_id uuid,
  matched_at timestamptz,
  -- Wrong ends of numbers that were typed on that day: a few, and no more that day.
  wrong integer not null default 0 check (wrong >= 0),
  wrong_on date,
  check ((person_id is null) = (matched_at is null))
);

-- How long an answer may take, by kind of request. Dated: a change holds from its day.
create table rights_terms (
  kind text not null check (kind in ('correct', 'erase', 'copy')),
  valid_from date not null,
  days integer not null check (days > 0),
  basis_zh text not null,
  basis_en text not null,
  primary key (kind, valid_from)
);

-- What somebody asked about what is held of them. Its words are a sealed text; the request stays when the person goes.
create table rights_requests (
  id uuid primary key,
  kind text not null check (kind in ('correct', 'erase', 'copy')),
  account_id uuid not null,
  -- The entry in the register that it is about; null where none is known.
  person_id uuid,
  words_id uuid,
  stage text not null check (stage in ('asked', 'granted', 'refused')),
  -- Why the law lets it be refused.
  ground text check (ground in ('not_own', 'law_keeps', 'duty', 'emergency', 'right_as_held', 'unclear')),
  answer_id uuid,
  asked_at timestamptz not null,
  due_on date not null,
  answered_at timestamptz,
  answered_by uuid,
  chain uuid not null,
  reach uuid[] not null,
  seq integer not null check (seq > 0),
  check ((stage = 'asked') = (answered_at is null)),
  check ((stage = 'refused') = (ground is not null))
);

create index rights_requests_account on rights_requests (account_id, id);

create index rights_requests_waiting on rights_requests (due_on, id) where stage = 'asked';

create unique index rights_requests_once on rights_requests (account_id, kind) where stage = 'asked' and kind <> 'correct';

-- Who was erased: ids alone, once the other rooms are done. `words` says until then what is still looked for.
create table erasures (
  id uuid primary key,
  person_id uuid,
  account_id uuid,
  words text[] not null,
  erased_at timestamptz not null,
  finished_at timestamptz,
  check (person_id is not null or account_id is not null),
  check (finished_at is null or cardinality(words) = 0)
);

alter table own_entries enable row level security;

alter table rights_requests enable row level security;

alter table erasures enable row level security;

create policy own_entries_own on own_entries to linli_app
  using (account_id = any (current_setting('app.account')::uuid[]))
  with check (account_id = any (current_setting('app.account')::uuid[]));

create policy own_entries_forget on own_entries for update to linli_app
  using (account_id = any (current_setting('app.subjects')::uuid[]));

create policy own_entries_forgotten on own_entries for select to linli_app
  using (account_id = any (current_setting('app.subjects')::uuid[]));

create policy own_entries_reader on own_entries for select to linli_reader using (true);

create policy rights_requests_own on rights_requests for select to linli_app
  using (account_id = any (current_setting('app.account')::uuid[]));

create policy rights_requests_ask on rights_requests for insert to linli_app
  with check (account_id = any (current_setting('app.account')::uuid[]));

create policy rights_requests_read on rights_requests for select to linli_app using (
  current_setting('app.acts') like '%|rights.answer|%' and reach && current_setting('app.reach')::uuid[]
);

create policy rights_requests_change on rights_requests for update to linli_app using (
  current_setting('app.acts') like '%|rights.answer|%' and reach && current_setting('app.reach')::uuid[]
);

create policy rights_requests_reader on rights_requests for select to linli_reader using (true);

create policy erasures_app on erasures to linli_app
  using (current_setting('app.acts') like '%|rights.answer|%')
  with check (current_setting('app.acts') like '%|rights.answer|%');

create policy erasures_reader on erasures for select to linli_reader using (true);

grant select, insert, update on own_entries, rights_requests, erasures to linli_app;

grant select on own_entries, rights_requests, erasures, rights_terms to linli_reader;

grant select on rights_terms to linli_app;

-- A person reads who looked at them, and the use case that erases them empties it: both name whom it is about first.
create policy looks_subject on looks for select to linli_app
  using (person_id = any (current_setting('app.subjects')::uuid[]));

create policy looks_forget on looks for update to linli_app
  using (person_id = any (current_setting('app.subjects')::uuid[]));

create policy accounts_subject on accounts for select to linli_app
  using (id = any (current_setting('app.subjects')::uuid[]));

create policy accounts_forget on accounts for update to linli_app
  using (id = any (current_setting('app.subjects')::uuid[]));

-- The law says "in good time" (Article 50); the national standard says thirty days at most, and this is the house's own.
insert into rights_terms (kind, valid_from, days, basis_zh, basis_en) values
  ('correct', '2021-11-01', 15, '个人信息保护法第四十六、五十条；GB/T 35273-2020 8.7（三十日以内）', 'Personal Information Protection Law, Articles 46 and 50; GB/T 35273-2020, 8.7 (within 30 days)'),
  ('erase', '2021-11-01', 15, '个人信息保护法第四十七、五十条；GB/T 35273-2020 8.7（三十日以内）', 'Personal Information Protection Law, Articles 47 and 50; GB/T 35273-2020, 8.7 (within 30 days)'),
  ('copy', '2021-11-01', 15, '个人信息保护法第四十五、五十条；GB/T 35273-2020 8.7（三十日以内）', 'Personal Information Protection Law, Articles 45 and 50; GB/T 35273-2020, 8.7 (within 30 days)');

-- A person takes their own consent back, and the care flags that rest on it end: the use case names the person first.
create policy consents_subject on consents for update to linli_app
  using (person_id = any (current_setting('app.subjects')::uuid[]));

create policy care_flags_subject on care_flags for update to linli_app
  using (person_id = any (current_setting('app.subjects')::uuid[]));
