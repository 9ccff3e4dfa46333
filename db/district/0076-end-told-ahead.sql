-- The end of an emergency for which those who were called have been told that it is near; null while nobody was.
alter table emergency_modes add column end_told_at timestamptz;
