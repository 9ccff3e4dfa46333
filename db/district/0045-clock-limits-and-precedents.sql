-- What a unit may ask for of one matter's clock (延期、挂起、挂账): how many, and how long. No law or standard names
-- numbers; these are Linli's own to begin with, and each district sets its own with the matter.
alter table matters
  add column extensions_most integer not null default 2 check (extensions_most between 0 and 99),
  add column extension_days_most integer not null default 20 check (extension_days_most between 0 and 999),
  add column pauses_most integer not null default 2 check (pauses_most between 0 and 99),
  add column pause_days_most integer not null default 20 check (pause_days_most between 0 and 999),
  add column listing_days_most integer not null default 180 check (listing_days_most between 0 and 999);

-- A listing says what must come to pass, and a return that only the centre may decide is an arbitration (争议裁定).
alter table case_requests
  add column condition_id uuid,
  add column arbitration boolean not null default false check (not arbitration or kind = 'return');

-- A listed part: when it is looked at again, and what it waits for.
alter table case_parts
  add column review_on date,
  add column condition_id uuid,
  add constraint case_parts_review check (review_on is null or stage = 'listed');

-- What stands on the long-term list already: as it was last granted.
update case_parts p set review_on = (
  select r.review_on from case_requests r
  where r.case_id = p.case_id and r.unit_id = p.unit_id and r.kind = 'listing' and r.granted
  order by r.asked_at desc limit 1
) where p.stage = 'listed';

create index case_parts_reviews on case_parts (review_on) where review_on is not null;

-- The centre's word on who answers for a matter in a place, from a dispute that it decided. The reason is a sealed text
-- of that case.
create table precedents (
  id uuid primary key,
  matter text not null,
  area_id uuid not null references areas (id),
  unit_id uuid not null references units (id),
  case_id uuid not null references cases (id),
  reason_id uuid not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  end_reason_id uuid,
  reach uuid[] not null,
  check ((ended_at is null) = (ended_by is null))
);

create unique index precedents_standing on precedents (matter, area_id, reach) where ended_at is null;

create index precedents_case on precedents (case_id);

alter table precedents enable row level security;

create policy precedents_app on precedents to linli_app
  using (reach && current_setting('app.reach')::uuid[])
  with check (reach && current_setting('app.reach')::uuid[]);

create policy precedents_reader on precedents for select to linli_reader using (true);

grant select, insert, update on precedents to linli_app;

grant select on precedents to linli_reader;
