-- What was done today, for whoever comes back to see it: found by day, among all that was ever resolved.

create index cases_resolved on cases (resolved_at) where resolved_at is not null;

create index case_parts_resolved on case_parts (unit_id, resolved_at) where resolved_at is not null;
