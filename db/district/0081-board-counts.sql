-- How many cases of the public board lie in each community, of a matter and of all (`*`), open and done: a map of the board
-- reads as many rows as there are communities, however many cases it has.
create table board_counts (
  community_id uuid not null,
  matter text not null,
  state text not null check (state in ('open', 'done')),
  value integer not null check (value >= 0),
  primary key (matter, community_id, state)
);

insert into board_counts (community_id, matter, state, value)
select b.community_id, m.code, s.state, count(*)
from board b
cross join lateral (values (b.matter), ('*')) m (code)
cross join lateral (
  select case when b.stage in ('resolved', 'replied', 'checked', 'closed') then 'done' else 'open' end as state
) s
group by 1, 2, 3;

grant select, insert, update, delete on board_counts to linli_reader;
grant select on board_counts to linli_app;
