-- Open cases in the order of a queue: those whose clock runs by the deadline that counts, then those whose clock stands
-- still, which nobody can hurry. An answered case must not stand above one that is overdue.
create index cases_open_order on cases (
    (case when lead_unit_id is null then responded_at is not null else clock_stopped end),
    coalesce(case when lead_unit_id is not null then due_at end, response_due_at),
    id
  ) where stage not in ('closed', 'joined', 'declined', 'referred', 'withdrawn');

drop index cases_open_due;
