-- The board reads what lies right at a place first, and counts what came and was done lately and what is open: by range,
-- among all that was ever shown.

create index board_area on board (area_id, accepted_at, case_id);

create index board_resolved on board (resolved_at) where resolved_at is not null;

create index board_open on board (community_id) where stage <> all (array['resolved', 'replied', 'checked', 'closed']);
