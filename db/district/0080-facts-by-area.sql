-- What was counted lately, a row for each area under which it counts: a quiet community's list is read without a look at all
-- that its district counted. Counted again from the journal.
drop table figure_facts;

delete from figures;

delete from cursors where follower = 'figures';

create table figure_facts (
  area_id uuid not null,
  measure text not null,
  at timestamptz not null,
  case_id uuid not null,
  seq integer not null,
  matter text not null,
  primary key (area_id, measure, at, case_id, seq)
);

create index figure_facts_latest on figure_facts (area_id, at, case_id);
create index figure_facts_of_case on figure_facts (case_id);
create index figure_facts_oldest on figure_facts (at);

grant select, insert, update, delete on figure_facts to linli_reader;
grant select on figure_facts to linli_app;

alter table figure_facts enable row level security;
create policy figure_facts_read on figure_facts for select to linli_app
  using (area_id = any (current_setting('app.reach')::uuid[]));
create policy figure_facts_reader on figure_facts for all to linli_reader using (true) with check (true);

-- Cases whose first line was written before first lines said from whom a case is kept: in how many areas, from the
-- district down, they count. Nothing is added.
create table figure_depths (
  case_id uuid not null primary key,
  depth integer not null check (depth between 1 and 2)
);

insert into figure_depths (case_id, depth)
select c.id, cardinality(c.reach)
from cases c join journal j on j.subject = c.id and j.seq = 1
where cardinality(c.reach) between 1 and 2 and cardinality(c.path) > cardinality(c.reach)
  and not j.data ? 'keptFrom';

grant select on figure_depths to linli_reader;

alter table figure_depths enable row level security;
create policy figure_depths_reader on figure_depths for select to linli_reader using (true);
