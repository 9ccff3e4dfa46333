-- matters: what decided cases teach about the words of the next ones. One row, learned anew each night; runs of characters that
-- stand in a single case, or in two, are never among them.
create table learned_matters (
  one boolean primary key default true check (one),
  learned_on date not null,
  taught integer not null check (taught > 0),
  tried integer not null check (tried > 0),
  hits integer not null check (hits between 0 and tried),
  -- How bold it may be, in thousandths (`learned.rule.ts`).
  steepness_thousandths integer not null check (steepness_thousandths > 0),
  labels text[] not null,
  runs text[] not null,
  -- Single-precision numbers, little-endian: one a run; and of each label one a run and its threshold.
  rarity bytea not null check (octet_length(rarity) = 4 * cardinality(runs)),
  weights bytea not null check (octet_length(weights) = 4 * cardinality(labels) * (cardinality(runs) + 1))
);

alter table learned_matters enable row level security;

create policy learned_matters_learn on learned_matters for all to linli_app using (current_setting('app.actor') = 'system');

create policy learned_matters_reader on learned_matters for select to linli_reader using (true);

grant select, insert, update, delete on learned_matters to linli_app;

grant select on learned_matters to linli_reader;
