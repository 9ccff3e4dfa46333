-- How many cases of the public board came, were done and fall due on each day, of a community and of the whole district, of
-- a matter and of all (`*`): the board's counts of the last days read a row a day, however many cases it has. Days are local.
create table board_days (
  area_id uuid not null,
  matter text not null,
  state text not null check (state in ('accepted', 'done', 'in_time', 'due')),
  day date not null,
  value integer not null check (value >= 0),
  primary key (area_id, matter, state, day)
);

insert into board_days (area_id, matter, state, day, value)
select a.id, m.code, s.state, (s.at at time zone 'Asia/Shanghai')::date, count(*)
from (select *, stage in ('resolved', 'replied', 'checked', 'closed') as done from board) b
cross join lateral (select b.community_id as id union select id from areas where parent_id is null) a
cross join lateral (values (b.matter), ('*')) m (code)
cross join lateral (values
  ('accepted', b.accepted_at),
  ('done', case when b.done then b.resolved_at end),
  ('in_time', case when b.done and (b.due_at is null or b.resolved_at <= b.due_at) then b.resolved_at end),
  ('due', case when not b.done and b.stage not in ('paused', 'listed') then b.due_at end)
) s (state, at)
where s.at is not null
group by 1, 2, 3, 4;

grant select, insert, update, delete on board_days to linli_reader;
grant select on board_days to linli_app;

-- What falls due today is late from its moment on.
create index board_due on board (due_at, community_id, matter)
  where stage <> all (array['resolved', 'replied', 'checked', 'closed', 'paused', 'listed']);

-- What one community has of one matter, newest first.
create index board_community_matter on board (community_id, matter, accepted_at, case_id);

-- Its counts were what these two were for; of the first, a community's open cases in their order remain.
drop index board_open;
drop index board_resolved;
create index board_open on board (community_id, accepted_at, case_id)
  where stage <> all (array['resolved', 'replied', 'checked', 'closed']);
