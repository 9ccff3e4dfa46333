-- evaluation: the formula as dated data, and the months that are final.

create table assessment_formulas (
  id uuid primary key,
  from_month text not null unique,
  objection_days integer not null check (objection_days between 4 and 60),
  least_workers integer not null check (least_workers between 3 and 50),
  consultations text[] not null
);

create table assessment_weights (
  formula_id uuid not null references assessment_formulas (id),
  measure text not null,
  weight integer not null check (weight between 0 and 100),
  least integer not null check (least between 1 and 1000),
  primary key (formula_id, measure)
);

create table assessment_months (
  month text primary key,
  closed_at timestamptz not null
);

grant select, insert on assessment_formulas, assessment_weights, assessment_months to linli_app;

grant select on assessment_formulas, assessment_weights, assessment_months to linli_reader;
