-- organisations: every body that acts is a unit; it has a life and offices. A residents' committee is the unit of kind
-- `community`: the same body answers for its community and governs it.

alter table units drop constraint units_kind_check;

alter table units add constraint units_kind_check check (kind in
  ('centre', 'department', 'street_office', 'street_team', 'community', 'service_centre', 'property_firm',
   'party_committee', 'party_branch', 'party_group', 'sub_committee', 'residents_group', 'owners_committee',
   'social_organisation', 'resident_institution'));

-- The first day of a suspension that goes on; null while it acts. Its history stands in unit_phases.
alter table units add column suspended_from date;

alter table units add constraint units_life_check
  check ((valid_to is null or valid_to >= valid_from) and (valid_to is null or suspended_from is null));

create table unit_phases (
  unit_id uuid not null references units (id),
  -- Counted from 1; founding itself is the unit's own valid_from.
  step integer not null check (step > 0),
  phase text not null check (phase in ('suspended', 'active', 'dissolved')),
  from_day date not null,
  reason text not null check (reason in
    ('too_few_members', 'term_over', 'contract_over', 'merged', 'area_changed', 'ordered', 'resumed', 'other')),
  primary key (unit_id, step)
);

create table offices (
  id uuid primary key,
  unit_id uuid not null references units (id),
  -- A code of the catalogue of offices, or `own` for one that the body named itself.
  title text not null,
  name_zh text not null,
  name_en text not null,
  kind text not null check (kind in ('head', 'deputy', 'member', 'part_time', 'staff')),
  seats integer not null check (seats between 1 and 99),
  -- Null: held until somebody ends it.
  term_months integer check (term_months between 1 and 120),
  ended_on date
);

create unique index offices_open on offices (unit_id, title, name_zh) where ended_on is null;

grant select, insert on unit_phases to linli_app;

grant select, insert, update on offices to linli_app;

grant select on unit_phases, offices to linli_reader;
