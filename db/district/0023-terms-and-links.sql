-- people: who holds an office, and who is linked to a place. A holder is a name that the office itself makes public
-- (Care 5: offices only; nothing about membership, dues or conduct), with the account where the person has one.

create table office_holders (
  id uuid primary key,
  -- What sheets know the person by: two of one name are two.
  code text not null unique,
  name text not null,
  account_id uuid references accounts (id)
);

create index office_holders_account on office_holders (account_id) where account_id is not null;

alter table office_holders enable row level security;

create policy office_holders_read on office_holders for select to linli_app using (true);

create policy office_holders_add on office_holders for insert to linli_app with check (
  current_setting('app.acts') like '%|body.manage|%' or current_setting('app.acts') like '%|link.manage|%'
);

create policy office_holders_change on office_holders for update to linli_app using (
  current_setting('app.acts') like '%|body.manage|%' or current_setting('app.acts') like '%|link.manage|%'
);

create policy office_holders_reader on office_holders for select to linli_reader using (true);

grant select, insert, update on office_holders to linli_app;

grant select on office_holders to linli_reader;

create table office_terms (
  id uuid primary key,
  office_id uuid not null references offices (id),
  unit_id uuid not null references units (id),
  holder_id uuid not null references office_holders (id),
  starts_on date not null,
  -- The first day after the term; null where the office has none. Whoever stays beyond it is seen as overdue.
  ends_on date,
  -- The first day on which it is held no more; null while it is held.
  ended_on date,
  reason text check (reason in
    ('term_over', 'resigned', 'removed', 'moved', 'body_ended', 'entered_wrongly', 'other')),
  check (ends_on is null or ends_on > starts_on),
  check (ended_on is null or ended_on >= starts_on),
  check ((ended_on is null) = (reason is null))
);

-- Nobody holds one office twice at a time.
create unique index office_terms_current on office_terms (office_id, holder_id) where ended_on is null;

create index office_terms_unit on office_terms (unit_id, starts_on);

create index office_terms_holder on office_terms (holder_id) where ended_on is null;

alter table office_terms enable row level security;

create policy office_terms_read on office_terms for select to linli_app using (true);

create policy office_terms_add on office_terms for insert to linli_app
  with check (current_setting('app.acts') like '%|body.manage|%');

create policy office_terms_change on office_terms for update to linli_app
  using (current_setting('app.acts') like '%|body.manage|%');

create policy office_terms_reader on office_terms for select to linli_reader using (true);

grant select, insert, update on office_terms to linli_app;

grant select on office_terms to linli_reader;

create table links (
  id uuid primary key,
  kind text not null check (kind in ('district_leader', 'department', 'cadre',
    'party_delegate', 'congress_deputy', 'cppcc_member')),
  area_id uuid not null references areas (id),
  unit_id uuid references units (id),
  holder_id uuid references office_holders (id),
  starts_on date not null,
  -- The first day after the linkage.
  ends_on date not null,
  ended_on date,
  reason text check (reason in ('term_over', 'renewed', 'handed_over', 'body_ended', 'entered_wrongly', 'other')),
  -- The link that this one carries on.
  follows uuid references links (id),
  check ((unit_id is null) <> (holder_id is null)),
  check ((kind = 'department') = (unit_id is not null)),
  check (ends_on > starts_on),
  check (ended_on is null or ended_on >= starts_on),
  check ((ended_on is null) = (reason is null))
);

create unique index links_current_unit on links (kind, area_id, unit_id) where ended_on is null and unit_id is not null;

create unique index links_current_holder on links (kind, area_id, holder_id)
  where ended_on is null and holder_id is not null;

create index links_area on links (area_id) where ended_on is null;

create index links_ending on links (ends_on) where ended_on is null;

alter table links enable row level security;

create policy links_read on links for select to linli_app using (true);

create policy links_add on links for insert to linli_app
  with check (current_setting('app.acts') like '%|link.manage|%');

create policy links_change on links for update to linli_app using (
  current_setting('app.acts') like '%|link.manage|%' or current_setting('app.acts') like '%|body.manage|%'
);

create policy links_reader on links for select to linli_reader using (true);

grant select, insert, update on links to linli_app;

grant select on links to linli_reader;
