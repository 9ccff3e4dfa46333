-- cases: a district that comes to the ladder with work in hand does not climb all that is overdue in one minute. The
-- steps that came with it hold for clocks that start after the last line that was written without it; a new district has
-- none, and they hold from its first day.

update ladder_steps
set from_day = last.day
from (select (max(recorded_at) at time zone 'Asia/Shanghai')::date + 1 as day from journal) as last
where from_day = '2026-01-01' and last.day is not null
  and not exists (select 1 from journal where kind = 'case.climbed');

delete from ladder_next
where not exists (select 1 from journal where kind = 'case.climbed')
  and exists (select 1 from journal);

-- cases: an instruction (督办件) ends with its unit's part, too.

alter table instructions add column lapsed boolean not null default false;

alter table instructions drop constraint instructions_check1;

alter table instructions add constraint instructions_ended check (
  (ended_at is not null)::integer = (answer_id is not null)::integer + withdrawn::integer + lapsed::integer
);
