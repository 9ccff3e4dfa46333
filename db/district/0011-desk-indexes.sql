-- What desks read most, found by key in a district of any size. The planner takes a policy's own conditions for these
-- indexes: they stand for every query, so nothing of a row is looked at before them.

-- Ended cases of a community lie among all of a city's. Open and ended stay apart: the open ones are few and change often.
create index cases_ended_reach on cases using gin (reach)
  where stage in ('closed', 'joined', 'declined', 'referred', 'withdrawn');

create index cases_ended_units on cases using gin (units)
  where stage in ('closed', 'joined', 'declined', 'referred', 'withdrawn');

-- Open cases in the order of a queue, by the deadline that counts: the first page of a whole district reads a page's rows.
create index cases_open_due on cases (coalesce(case when lead_unit_id is not null then due_at end, response_due_at), id)
  where stage not in ('closed', 'joined', 'declined', 'referred', 'withdrawn');

create index case_photos_file on case_photos (file_id);

create index notices_unread on notices (account_id, id) where read_at is null;
