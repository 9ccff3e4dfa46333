-- cases: what is made in a drill of an emergency is practice. It says so wherever it is shown, and counts nowhere.

alter table cases add column drill_id uuid references emergency_modes (id);

create index cases_drill on cases (drill_id) where drill_id is not null;

alter table whistles add column drill_id uuid references emergency_modes (id);

create index whistles_drill on whistles (drill_id) where drill_id is not null;
