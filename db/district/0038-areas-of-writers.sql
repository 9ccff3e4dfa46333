-- people, organisations: whoever writes of bodies, offices, terms and links does it in their own area. Each row carries the
-- path of its place, as it lies now; a policy looks at it and at the areas in which the asker keeps bodies or links.

alter table units add column reach uuid[];

update units u set reach = a.path from areas a where a.id = u.area_id;

alter table units alter column reach set not null;

alter table unit_phases add column reach uuid[];

update unit_phases p set reach = u.reach from units u where u.id = p.unit_id;

alter table unit_phases alter column reach set not null;

alter table offices add column reach uuid[];

update offices o set reach = u.reach from units u where u.id = o.unit_id;

alter table offices alter column reach set not null;

alter table office_terms add column reach uuid[];

update office_terms t set reach = u.reach from units u where u.id = t.unit_id;

alter table office_terms alter column reach set not null;

alter table links add column reach uuid[];

update links l set reach = a.path from areas a where a.id = l.area_id;

alter table links alter column reach set not null;

-- What bodies there are is for everybody who may look them up at all. Bodies that take cases are kept by whoever may
-- keep units, wherever they stand.
alter table units enable row level security;

create policy units_read on units for select to linli_app using (true);

create policy units_auth on units for select to linli_auth using (true);

create policy units_reader on units for select to linli_reader using (true);

create policy units_add on units for insert to linli_app with check (
  current_setting('app.actor') = 'system'
  or reach && current_setting('app.body_reach')::uuid[]
  or current_setting('app.acts') like '%|unit.manage|%'
);

create policy units_change on units for update to linli_app using (
  current_setting('app.actor') = 'system'
  or reach && current_setting('app.body_reach')::uuid[]
  or current_setting('app.acts') like '%|unit.manage|%'
);

alter table unit_phases enable row level security;

create policy unit_phases_read on unit_phases for select to linli_app using (true);

create policy unit_phases_reader on unit_phases for select to linli_reader using (true);

create policy unit_phases_add on unit_phases for insert to linli_app with check (
  current_setting('app.actor') = 'system'
  or reach && current_setting('app.body_reach')::uuid[]
  or current_setting('app.acts') like '%|unit.manage|%'
);

create policy unit_phases_move on unit_phases for update to linli_app
  using (current_setting('app.actor') = 'system');

grant update (reach) on unit_phases to linli_app;

alter table offices enable row level security;

create policy offices_read on offices for select to linli_app using (true);

create policy offices_reader on offices for select to linli_reader using (true);

create policy offices_add on offices for insert to linli_app with check (
  current_setting('app.actor') = 'system'
  or reach && current_setting('app.body_reach')::uuid[]
  or current_setting('app.acts') like '%|unit.manage|%'
);

create policy offices_change on offices for update to linli_app using (
  current_setting('app.actor') = 'system'
  or reach && current_setting('app.body_reach')::uuid[]
  or current_setting('app.acts') like '%|unit.manage|%'
);

drop policy office_terms_add on office_terms;

drop policy office_terms_change on office_terms;

create policy office_terms_add on office_terms for insert to linli_app with check (
  current_setting('app.actor') = 'system'
  or reach && current_setting('app.body_reach')::uuid[]
);

-- With a body that takes cases its terms and links end, by whoever may end it.
create policy office_terms_change on office_terms for update to linli_app using (
  current_setting('app.actor') = 'system'
  or reach && current_setting('app.body_reach')::uuid[]
  or current_setting('app.acts') like '%|unit.manage|%'
);

drop policy links_add on links;

drop policy links_change on links;

create policy links_add on links for insert to linli_app with check (
  current_setting('app.actor') = 'system'
  or reach && current_setting('app.link_reach')::uuid[]
);

create policy links_change on links for update to linli_app using (
  current_setting('app.actor') = 'system'
  or reach && current_setting('app.link_reach')::uuid[]
  or current_setting('app.acts') like '%|unit.manage|%'
);

-- A delegation lends the post of whoever lends it, and no other, whatever role writes it.
-- A row that does not has never opened anything.
delete from delegations d where not exists
  (select 1 from posts p where p.id = d.post_id and p.account_id = d.from_account_id);

alter table posts add constraint posts_of_account unique (id, account_id);

alter table delegations add constraint delegations_of_lender
  foreign key (post_id, from_account_id) references posts (id, account_id);
