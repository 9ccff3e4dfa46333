-- cases: no hollow closing. What a person should look at before a resolution is believed, and what photographs look like,
-- so that the same one is found again. A flag blocks nothing and accuses nobody.

create table closing_flags (
  id uuid primary key,
  case_id uuid not null references cases (id),
  -- Null where nobody's part is meant: solved on the spot, or the desk's answer.
  unit_id uuid references units (id),
  kind text not null check (kind in ('no_visit', 'same_photo', 'same_words', 'many_at_once', 'last_minute')),
  -- The line of the story that it is about: a resolution, or an answer.
  about_seq integer not null check (about_seq > 0),
  -- How many cases share it, or how many minutes were left.
  amount integer not null check (amount >= 0),
  other_case_id uuid references cases (id),
  flagged_at timestamptz not null,
  looked_at timestamptz,
  looked_by uuid,
  verdict text check (verdict in ('in_order', 'not_in_order')),
  reason_id uuid,
  reach uuid[] not null,
  units uuid[] not null,
  check ((looked_at is null) = (verdict is null))
);

create unique index closing_flags_once on closing_flags (case_id, about_seq, kind);

create index closing_flags_open on closing_flags (flagged_at, id) where looked_at is null;

create index closing_flags_looked on closing_flags (looked_at, id) where looked_at is not null;

alter table closing_flags enable row level security;

create policy closing_flags_app on closing_flags to linli_app
  using (reach && current_setting('app.reach')::uuid[] or units && current_setting('app.units')::uuid[])
  with check (true);

create policy closing_flags_reader on closing_flags for select to linli_reader using (true);

grant select, insert, update on closing_flags to linli_app;

grant select on closing_flags to linli_reader;

-- What a photograph looks like, in 64 bits and as four bands of sixteen by which near ones are found; null where it is too
-- plain to be told from others. The program alone sees them; they go with their photograph.
create table photo_prints (
  case_id uuid not null references cases (id),
  file_id uuid not null,
  sha256 bytea not null,
  print bytea,
  bands integer[] not null,
  added_at timestamptz not null,
  primary key (case_id, file_id)
);

create index photo_prints_sha256 on photo_prints (sha256);

create index photo_prints_bands on photo_prints using gin (bands);

alter table photo_prints enable row level security;

create policy photo_prints_program on photo_prints to linli_app
  using (current_setting('app.actor') = 'system') with check (current_setting('app.actor') = 'system');

create policy photo_prints_reader on photo_prints to linli_reader using (true);

grant select, insert on photo_prints to linli_app;

grant select, delete on photo_prints to linli_reader;
