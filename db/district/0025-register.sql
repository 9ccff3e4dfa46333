-- people: the register (实有人口、实有房屋). Homes, who lives in them from when to when, and what was consented to.
-- Policies look at `app.register_reach`: areas whose residents a post may see. Rows carry every area above their place.

create table homes (
  id uuid primary key,
  -- The building; where buildings are not on the map, the narrowest area that is.
  building_id uuid not null,
  -- As offices write it, such as 2单元501; `label_key` is the same without ways of writing it.
  label text not null,
  label_key text not null,
  use text not null check (use in ('dwelling', 'shop', 'office', 'storage', 'other')),
  -- How many live here now, and how many of them rent: counted anew with each move.
  living integer not null default 0 check (living >= 0),
  renting integer not null default 0 check (renting between 0 and living),
  -- Last day on which somebody confirmed at the door who lives here.
  confirmed_on date,
  ended_on date,
  reach uuid[] not null,
  street_id uuid,
  community_id uuid not null,
  grid_id uuid,
  import_id uuid,
  seq integer not null check (seq > 0)
);

create unique index homes_label on homes (building_id, label_key) where ended_on is null;

create index homes_community on homes (community_id);

create index homes_grid on homes (grid_id);

create table persons (
  id uuid primary key,
  -- Without a name: erased. Nothing else is left of an erased person then.
  name text,
  sex text check (sex in ('female', 'male')),
  birth_day date,
  phone text,
  -- AES-256-GCM; the keyed hash finds it again, the last two characters are shown.
  identity_sealed bytea,
  identity_hash bytea,
  identity_end text check (length(identity_end) = 2),
  -- Where the household register (户籍) is kept.
  register_kind text not null check (register_kind in ('local', 'elsewhere', 'abroad', 'unknown')),
  -- Who acts for a person under 14.
  guardian_id uuid,
  -- What the commitment in the journal is keyed with; erased with the person.
  salt bytea,
  reach uuid[] not null,
  community_id uuid not null,
  demonstration boolean not null,
  import_id uuid,
  erased_at timestamptz,
  seq integer not null check (seq > 0),
  check ((identity_sealed is null) = (identity_hash is null)),
  check ((identity_sealed is null) = (identity_end is null)),
  check ((name is null) = (erased_at is not null)),
  check (erased_at is null or coalesce(phone, identity_end, birth_day::text) is null and salt is null)
);

create unique index persons_identity on persons (identity_hash) where identity_hash is not null;

create index persons_phone on persons (phone) where phone is not null;

create index persons_guardian on persons (guardian_id) where guardian_id is not null;

create index persons_community on persons (community_id);

create table households (
  id uuid primary key,
  home_id uuid not null,
  head_id uuid not null,
  ended_on date,
  reach uuid[] not null,
  community_id uuid not null,
  import_id uuid,
  seq integer not null check (seq > 0)
);

create index households_home on households (home_id);

create table occupancies (
  id uuid primary key,
  person_id uuid not null,
  home_id uuid not null,
  role text not null check (role in ('owner', 'resident', 'tenant', 'other')),
  -- An owner may live elsewhere; of all homes a person lives in one.
  lives boolean not null,
  household_id uuid,
  -- To the head of the household.
  relation text check (relation in ('head', 'spouse', 'child', 'parent', 'grandchild', 'relative', 'other')),
  from_day date not null,
  -- First day on which it is over.
  to_day date,
  reach uuid[] not null,
  community_id uuid not null,
  grid_id uuid,
  import_id uuid,
  seq integer not null check (seq > 0),
  check (to_day is null or to_day >= from_day),
  check (lives or role in ('owner', 'other')),
  check ((household_id is null) = (relation is null))
);

create unique index occupancies_current on occupancies (person_id, home_id) where to_day is null;

create unique index occupancies_lives on occupancies (person_id) where to_day is null and lives;

create index occupancies_home on occupancies (home_id);

create index occupancies_household on occupancies (household_id) where household_id is not null;

-- How a person is found: a row for each current occupancy. All of it can be made again from the tables above.
create table person_keys (
  occupancy_id uuid primary key,
  person_id uuid not null,
  name text collate "C" not null,
  -- Pinyin in full and its initials.
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  -- Keyed hash of the last four characters of the identity number: in clear, beside the birthday, they would tell it.
  identity_tail bytea,
  phone_tail text collate "C",
  -- From the fourteenth birthday on; a child is not searched for.
  findable_from date not null,
  district_id uuid not null,
  street_id uuid,
  community_id uuid not null,
  grid_id uuid
);

create index person_keys_person on person_keys (person_id);

create index person_keys_grid on person_keys (grid_id);

create index person_keys_community on person_keys (community_id);

create index person_keys_name on person_keys (name);

create index person_keys_pinyin on person_keys (pinyin);

create index person_keys_initials on person_keys (initials);

create index person_keys_identity on person_keys (identity_tail);

create index person_keys_phone on person_keys (phone_tail);

create table consents (
  id uuid primary key,
  person_id uuid not null,
  purpose text not null check (purpose in ('care', 'visits', 'contact', 'services', 'sharing')),
  given_by text not null check (given_by in ('self', 'guardian', 'relative')),
  -- The guardian or relative, where the register knows them.
  by_person_id uuid,
  how text not null check (how in ('spoken', 'written', 'online')),
  given_on date not null,
  withdrawn_on date,
  reach uuid[] not null,
  community_id uuid not null,
  seq integer not null check (seq > 0),
  check (withdrawn_on is null or withdrawn_on >= given_on)
);

create index consents_person on consents (person_id);

-- Care flags: with a reason, a consent and an end within a year; read on the person's own page and nowhere else.
create table care_flags (
  id uuid primary key,
  person_id uuid not null,
  kind text not null check (kind in ('living_alone', 'disability', 'illness', 'hardship', 'child_alone',
    'bereaved', 'pregnancy', 'other')),
  reason text,
  salt bytea,
  consent_id uuid not null references consents (id),
  starts_on date not null,
  ends_on date not null,
  reviewed_on date,
  -- Ended before its time, by whoever flagged or because the consent was withdrawn.
  ended_on date,
  reach uuid[] not null,
  community_id uuid not null,
  seq integer not null check (seq > 0),
  check (ends_on > starts_on and ends_on - starts_on <= 366),
  check ((reason is null) = (salt is null))
);

create index care_flags_person on care_flags (person_id);

create index care_flags_community on care_flags (community_id, kind);

-- Who looked at whom. A page is counted per day and asker; an identity number seen in full has a row each time.
create table looks (
  id uuid primary key,
  account_id uuid not null,
  person_id uuid not null,
  what text not null check (what in ('page', 'identity')),
  purpose text check (purpose in ('service', 'check', 'emergency', 'correction', 'law')),
  words text,
  day date not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null check (times > 0),
  community_id uuid not null,
  check ((what = 'identity') = (purpose is not null))
);

create unique index looks_page on looks (account_id, person_id, day) where what = 'page';

create index looks_person on looks (person_id, last_at);

-- A row as it was before its latest change, so that a correction, an import or a slip can be taken back to the letter.
create table register_versions (
  row_id uuid not null,
  seq integer not null,
  kind text not null check (kind in ('home', 'person', 'occupancy', 'household')),
  -- Emptied when the person is erased.
  kept jsonb,
  -- Whom it speaks of; null for a home.
  person_id uuid,
  import_id uuid,
  replaced_at timestamptz not null,
  reach uuid[] not null,
  primary key (row_id, seq)
);

create index register_versions_person on register_versions (person_id) where person_id is not null;

create index register_versions_import on register_versions (import_id) where import_id is not null;

alter table homes enable row level security;

alter table persons enable row level security;

alter table households enable row level security;

alter table occupancies enable row level security;

alter table person_keys enable row level security;

alter table consents enable row level security;

alter table care_flags enable row level security;

alter table looks enable row level security;

alter table register_versions enable row level security;

-- Whoever only counts sees homes with their numbers, and nobody in them.
create policy homes_read on homes for select to linli_app using (
  reach && current_setting('app.register_reach')::uuid[]
  or current_setting('app.acts') like '%|register.count|%' and reach && current_setting('app.reach')::uuid[]
);

create policy homes_add on homes for insert to linli_app with check (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy homes_change on homes for update to linli_app using (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy persons_read on persons for select to linli_app
  using (reach && current_setting('app.register_reach')::uuid[]);

create policy persons_add on persons for insert to linli_app with check (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy persons_change on persons for update to linli_app using (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy households_read on households for select to linli_app
  using (reach && current_setting('app.register_reach')::uuid[]);

create policy households_add on households for insert to linli_app with check (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy households_change on households for update to linli_app using (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy occupancies_read on occupancies for select to linli_app
  using (reach && current_setting('app.register_reach')::uuid[]);

create policy occupancies_add on occupancies for insert to linli_app with check (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy occupancies_change on occupancies for update to linli_app using (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy consents_read on consents for select to linli_app
  using (reach && current_setting('app.register_reach')::uuid[]);

create policy consents_add on consents for insert to linli_app with check (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy consents_change on consents for update to linli_app using (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy care_flags_read on care_flags for select to linli_app
  using (reach && current_setting('app.register_reach')::uuid[]);

create policy care_flags_add on care_flags for insert to linli_app with check (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy care_flags_change on care_flags for update to linli_app using (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy register_versions_read on register_versions for select to linli_app
  using (reach && current_setting('app.register_reach')::uuid[]);

create policy register_versions_add on register_versions for insert to linli_app with check (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy register_versions_change on register_versions for update to linli_app using (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

-- Plain columns beside each other: comparing them is leakproof, so that an index may be used before the policy.
create policy person_keys_read on person_keys for select to linli_app using (
  grid_id = any (current_setting('app.register_reach')::uuid[])
  or community_id = any (current_setting('app.register_reach')::uuid[])
  or street_id = any (current_setting('app.register_reach')::uuid[])
  or district_id = any (current_setting('app.register_reach')::uuid[])
);

create policy person_keys_add on person_keys for insert to linli_app
  with check (current_setting('app.acts') like '%|register.update|%' and (
    grid_id = any (current_setting('app.register_reach')::uuid[])
    or community_id = any (current_setting('app.register_reach')::uuid[])
    or street_id = any (current_setting('app.register_reach')::uuid[])
    or district_id = any (current_setting('app.register_reach')::uuid[])
  ));

create policy person_keys_change on person_keys for update to linli_app
  using (current_setting('app.acts') like '%|register.update|%' and (
    grid_id = any (current_setting('app.register_reach')::uuid[])
    or community_id = any (current_setting('app.register_reach')::uuid[])
    or street_id = any (current_setting('app.register_reach')::uuid[])
    or district_id = any (current_setting('app.register_reach')::uuid[])
  ));

create policy person_keys_remove on person_keys for delete to linli_app
  using (current_setting('app.acts') like '%|register.update|%' and (
    grid_id = any (current_setting('app.register_reach')::uuid[])
    or community_id = any (current_setting('app.register_reach')::uuid[])
    or street_id = any (current_setting('app.register_reach')::uuid[])
    or district_id = any (current_setting('app.register_reach')::uuid[])
  ));

-- One's own looks: a page is opened again the same day.
create policy looks_own on looks for select to linli_app
  using (account_id = any (current_setting('app.account')::uuid[]));

create policy looks_add on looks for insert to linli_app
  with check (account_id = any (current_setting('app.account')::uuid[]));

create policy looks_change on looks for update to linli_app
  using (account_id = any (current_setting('app.account')::uuid[]));

create policy homes_reader on homes for select to linli_reader using (true);

create policy persons_reader on persons for select to linli_reader using (true);

create policy households_reader on households for select to linli_reader using (true);

create policy occupancies_reader on occupancies for select to linli_reader using (true);

create policy person_keys_reader on person_keys for select to linli_reader using (true);

create policy consents_reader on consents for select to linli_reader using (true);

create policy care_flags_reader on care_flags for select to linli_reader using (true);

create policy looks_reader on looks for select to linli_reader using (true);

create policy register_versions_reader on register_versions for select to linli_reader using (true);

grant select, insert, update on homes, persons, households, occupancies, consents, care_flags, looks, register_versions
  to linli_app;

grant select, insert, update, delete on person_keys to linli_app;

grant select on homes, persons, households, occupancies, person_keys, consents, care_flags, looks, register_versions
  to linli_reader;
