-- evaluation: how a unit does by matter, by category and by post. By whom something was done stands where only followers
-- read it; what is said of a post is a sum of enough people and enough cases, and a row that may not be said is nobody's.
alter table assessment_facts add column post text;

create index assessment_facts_matter on assessment_facts (unit_id, month, matter);

create index assessment_facts_post on assessment_facts (unit_id, month, post) where post is not null;

create table worker_parts (
  subject uuid not null,
  unit_id uuid not null,
  measure text not null,
  round int not null,
  month text not null,
  post text not null,
  account_id uuid not null,
  primary key (subject, unit_id, measure, round, month)
);

create index worker_parts_group on worker_parts (unit_id, month);

alter table worker_parts enable row level security;

create policy worker_parts_reader on worker_parts to linli_reader using (true) with check (true);

grant select, insert, update, delete on worker_parts to linli_reader;

create table post_groups (
  unit_id uuid not null,
  month text not null,
  post text not null,
  measure text not null,
  facts int not null check (facts > 0),
  points int not null,
  out_of int not null check (out_of >= points),
  -- Whether it may be said: enough people, enough facts, and not to be found by taking the others away.
  said boolean not null,
  reach uuid[] not null,
  units uuid[] not null,
  primary key (unit_id, month, post, measure)
);

alter table post_groups enable row level security;

create policy post_groups_read on post_groups for select to linli_app using (
  said and current_setting('app.acts') like '%|assessment.see|%' and (
    reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy post_groups_reader on post_groups to linli_reader using (true) with check (true);

grant select on post_groups to linli_app;

grant select, insert, update, delete on post_groups to linli_reader;

-- cases: how the closings of a month were answered for, by unit.
create index cases_closed on cases (closed_at) where closed_at is not null;

-- What was kept before says nothing of posts: it is told anew.
insert into assessment_again (subject, said_at)
select f.subject, (select max(j.recorded_at) from journal j) from assessment_facts f
where f.about <> 'mark' group by f.subject
on conflict do nothing;
