-- cases: a whistle whose case turns out to be confidential is the centre's alone, and at an end for all others: without a
-- result, since nobody who was on the spot may still write one.

alter table whistles
  add column hidden boolean not null default false,
  drop constraint whistles_check3,
  add constraint whistles_ended check ((stage = 'ended') = (ended_at is not null)),
  add constraint whistles_result check (
    (result_id is null or ended_at is not null) and (result_id is not null or ended_at is null or hidden)
  );
