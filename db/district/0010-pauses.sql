-- A pause that was granted for some days ends by itself: the row says when, so that what has run out is found by key.

alter table case_parts add column paused_until timestamptz;

create index case_parts_pauses on case_parts (paused_until) where paused_until is not null;
