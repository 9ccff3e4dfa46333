-- evaluation: what facts add up to, by month, unit, matter (`-` stands for none, `*` for all) and measure. An assessment reads its units'
-- sums, however many cases its month has. A duty that is not done is kept under the local day from whose end on it counts;
-- what counts already, under none.
create table assessment_sums (
  month text not null,
  matter text not null,
  unit_id uuid not null,
  measure text not null,
  counts_from date not null,
  points integer not null,
  out_of integer not null check (out_of >= points),
  -- So many facts.
  value integer not null check (value >= 0),
  -- As of the unit's facts; given right behind the number.
  reach uuid[] not null default '{}',
  units uuid[] not null default '{}',
  primary key (month, matter, unit_id, measure, counts_from, points, out_of)
);

insert into assessment_sums (month, matter, unit_id, measure, counts_from, points, out_of, value, reach, units)
select s.*, u.reach, u.units
from (
  select f.month, m.code, f.unit_id, f.measure, d.day, f.points, f.out_of, count(*) as value
  from assessment_facts f
  cross join lateral (values (coalesce(f.matter, '-')), ('*')) m (code)
  cross join lateral (
    select case when f.pending then (f.counts_at at time zone 'Asia/Shanghai')::date else '-infinity' end as day
  ) d
  where not f.taken_out
  group by 1, 2, 3, 4, 5, 6, 7
) s
join (select distinct on (unit_id) unit_id, reach, units from assessment_facts order by unit_id) u on u.unit_id = s.unit_id;

create index assessment_sums_unit on assessment_sums (unit_id, month);

create index assessment_sums_unseen on assessment_sums (unit_id) where reach = '{}';

alter table assessment_sums enable row level security;

create policy assessment_sums_read on assessment_sums for select to linli_app using (
  current_setting('app.acts') like '%|assessment.see|%' and (
    reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
);

create policy assessment_sums_reader on assessment_sums to linli_reader using (true) with check (true);

grant select on assessment_sums to linli_app;

grant select, insert, update, delete on assessment_sums to linli_reader;

-- What is not done and falls due today counts from its moment on.
create index assessment_facts_pending on assessment_facts (month, counts_at) where pending and not taken_out;
