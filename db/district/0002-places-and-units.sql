-- areas: the tree of places, with shapes; dated, so that last year's figures stay with last year's map.

create table areas (
  id uuid primary key,
  code text not null unique,
  kind text not null check (kind in ('district', 'street', 'community', 'grid', 'estate', 'building')),
  name_zh text not null,
  name_en text not null,
  parent_id uuid references areas (id),
  path uuid[] not null check (cardinality(path) between 1 and 6),
  place_code text not null unique,
  estate_kind text check (estate_kind in ('new', 'old', 'unmanaged')),
  shape jsonb,
  valid_from date not null,
  valid_to date,
  check ((kind = 'district') = (parent_id is null)),
  check (path[cardinality(path)] = id)
);

create index areas_parent on areas (parent_id, code);

create index areas_kind on areas (kind, code);

create table area_versions (
  area_id uuid not null references areas (id),
  valid_from date not null,
  valid_to date not null,
  name_zh text not null,
  name_en text not null,
  path uuid[] not null,
  shape jsonb,
  primary key (area_id, valid_from)
);

grant select, insert, update on areas to linli_app;

grant select, insert on area_versions to linli_app;

grant select on areas, area_versions to linli_reader;

grant select on areas to linli_auth;

-- organisations: the units that act.

create table units (
  id uuid primary key,
  code text not null unique,
  kind text not null check (kind in
    ('centre', 'department', 'street_office', 'street_team', 'community', 'service_centre', 'property_firm')),
  line text not null,
  name_zh text not null,
  name_en text not null,
  parent_id uuid references units (id),
  path uuid[] not null check (path[cardinality(path)] = id),
  area_id uuid not null references areas (id),
  phone text,
  valid_from date not null,
  valid_to date
);

create index units_area on units (area_id, kind, line);

create index units_parent on units (parent_id);

grant select, insert, update on units to linli_app;

grant select on units to linli_reader, linli_auth;

-- matters: the catalogue, and the calendar that its times are counted in. Rules are dated rows.

create table matters (
  id uuid primary key,
  code text not null,
  valid_from date not null,
  valid_to date,
  name_zh text not null,
  name_en text not null,
  category text not null,
  category_zh text not null,
  category_en text not null,
  host_role text not null check (host_role in ('in_charge', 'assists')),
  host text not null check (host in ('residents_committee', 'service_centre')),
  level text not null check (level in ('grid', 'community', 'street', 'district')),
  answers text not null,
  response_amount integer not null check (response_amount > 0),
  response_unit text not null check (response_unit in ('working_hour', 'working_day', 'clock_hour')),
  resolution_amount integer not null check (resolution_amount > 0),
  resolution_unit text not null check (resolution_unit in ('working_hour', 'working_day', 'clock_hour')),
  yellow_percent integer not null check (yellow_percent between 1 and 99),
  evidence_photo boolean not null,
  evidence_note boolean not null,
  confidential boolean not null,
  basis jsonb,
  keywords text[] not null,
  unique (code, valid_from)
);

create unique index matters_current on matters (code) where valid_to is null;

create table calendar_days (
  day date primary key,
  kind text not null check (kind in ('holiday', 'workday')),
  name text not null
);

create table calendar_years (
  year integer primary key check (year between 1990 and 2200),
  source text not null
);

create table office_hours (
  valid_from date primary key,
  spans jsonb not null
);

grant select, insert, update on matters to linli_app;

grant select, insert, update, delete on calendar_days, calendar_years, office_hours to linli_app;

grant select on matters, calendar_days, calendar_years, office_hours to linli_reader;
