-- visits: 走访. Who came to which home, how, and whether somebody was met; what was heard and where the phone was stand
-- apart, since they are seen by fewer; who declined to be visited; how often a home is come to, by need, from a day on.

create table visits (
  id uuid primary key,
  home_id uuid not null,
  building_id uuid not null,
  reach uuid[] not null,
  -- The areas at the door on that day: figures count by them, and an area change leaves them alone.
  community_id uuid not null,
  grid_id uuid,
  how text not null check (how in ('door', 'phone', 'message')),
  outcome text not null check (outcome in ('met', 'nobody', 'unwilling')),
  account_id uuid not null,
  post_kind text,
  visited_at timestamptz not null,
  day date not null,
  taken_back_at timestamptz,
  seq integer not null check (seq > 0)
);

create index visits_home on visits (home_id, day);

create index visits_community on visits (community_id, id);

create index visits_building on visits (building_id);

create index visits_reach on visits using gin (reach);

alter table visits enable row level security;

-- Whoever counts (register.count) sees that a home was come to, and not what was heard there.
create policy visits_read on visits for select to linli_app using (
  reach && current_setting('app.register_reach')::uuid[]
  or current_setting('app.acts') like '%|register.count|%' and reach && current_setting('app.reach')::uuid[]
);

create policy visits_log on visits for insert to linli_app with check (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy visits_change on visits for update to linli_app using (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy visits_reader on visits for select to linli_reader using (true);

grant select, insert, update on visits to linli_app;

grant select on visits to linli_reader;

create table visit_words (
  visit_id uuid not null,
  kind text not null check (kind in ('heard', 'point')),
  body text,
  salt bytea,
  erased_at timestamptz,
  reach uuid[] not null,
  primary key (visit_id, kind),
  check ((body is null) = (salt is null) and (body is null) = (erased_at is not null))
);

alter table visit_words enable row level security;

create policy visit_words_read on visit_words for select to linli_app using (
  reach && current_setting('app.register_reach')::uuid[]
);

create policy visit_words_add on visit_words for insert to linli_app with check (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy visit_words_change on visit_words for update to linli_app using (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy visit_words_reader on visit_words for select to linli_reader using (true);

grant select, insert, update on visit_words to linli_app;

grant select on visit_words to linli_reader;

-- A home that asked not to be visited. Only one such wish stands at a time.
create table visit_wishes (
  id uuid primary key,
  home_id uuid not null,
  building_id uuid not null,
  reach uuid[] not null,
  community_id uuid not null,
  -- The visit at which it was said.
  visit_id uuid not null,
  said_on date not null,
  ended_on date,
  seq integer not null check (seq > 0),
  check (ended_on >= said_on)
);

create unique index visit_wishes_home on visit_wishes (home_id) where ended_on is null;

create index visit_wishes_building on visit_wishes (building_id);

alter table visit_wishes enable row level security;

create policy visit_wishes_read on visit_wishes for select to linli_app using (
  reach && current_setting('app.register_reach')::uuid[]
);

create policy visit_wishes_say on visit_wishes for insert to linli_app with check (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy visit_wishes_change on visit_wishes for update to linli_app using (
  reach && current_setting('app.register_reach')::uuid[] and current_setting('app.acts') like '%|register.update|%'
);

create policy visit_wishes_reader on visit_wishes for select to linli_reader using (true);

grant select, insert, update on visit_wishes to linli_app;

grant select on visit_wishes to linli_reader;

-- How many days may pass, by need, from a day on; before a district's first row of one what Linli comes with counts.
create table visit_rules (
  id uuid primary key,
  need text not null check (need ~ '^[a-z_]{2,30}$'),
  days integer not null check (days between 1 and 730),
  valid_from date not null,
  constraint visit_rules_day unique (need, valid_from)
);

grant select, insert on visit_rules to linli_app;

grant select on visit_rules to linli_reader;

-- Which cases a worker found on a visit, as the journal tells it. Ids alone: whoever may see neither finds neither.
create table visit_cases (
  case_id uuid primary key,
  visit_id uuid not null,
  community_id uuid not null
);

create index visit_cases_visit on visit_cases (visit_id);

alter table visit_cases enable row level security;

create policy visit_cases_read on visit_cases for select to linli_app using (
  current_setting('app.acts') like '%|register.see|%'
);

create policy visit_cases_keep on visit_cases to linli_reader using (true) with check (true);

grant select on visit_cases to linli_app;

grant select, insert, update, delete on visit_cases to linli_reader;

-- people: who read what was heard at somebody's door is on record beside who opened their page.
alter table looks drop constraint looks_what_check;

alter table looks add constraint looks_what_check check (what in ('page', 'identity', 'visits'));

drop index looks_page;

create unique index looks_page on looks (account_id, person_id, day, what) where what <> 'identity';
