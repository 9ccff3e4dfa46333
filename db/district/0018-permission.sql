-- people: the table of permission (post kind × act, with its reaches; none: taken away). A pair that no row names stands
-- as Linli comes.
create table permissions (
  post_kind text not null check (post_kind in ('administrator', 'centre', 'street_desk', 'community_desk',
    'unit_desk', 'unit_head', 'grid_leader', 'grid_worker', 'evaluator')),
  act text not null,
  reaches text[] not null check (reaches <@ array['own_unit', 'own_area', 'below_district', 'district']),
  primary key (post_kind, act),
  -- The bounds of permission-bounds.rule.ts that nobody may pass in any way.
  check (act <> 'people.manage' or post_kind = 'administrator' or reaches = '{}'),
  check (act <> 'case.see_reporter' or post_kind in ('centre', 'street_desk', 'community_desk') or reaches = '{}')
);

alter table permissions enable row level security;

create policy permissions_app_read on permissions for select to linli_app using (true);

create policy permissions_app_add on permissions for insert to linli_app
  with check (current_setting('app.acts') like '%|people.manage|%');

create policy permissions_app_change on permissions for update to linli_app
  using (current_setting('app.acts') like '%|people.manage|%');

create policy permissions_reader on permissions for select to linli_reader using (true);

grant select, insert, update on permissions to linli_app;

grant select on permissions to linli_reader;

-- Every request reads which table of permission is in force.
grant select on revisions to linli_auth;
