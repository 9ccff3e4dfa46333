-- cases: where and why disputes gather (矛盾研判), counted from the journal alone: by community, month, cause and measure.

create table mediation_figures (
  area_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  cause text not null,
  measure text not null,
  value bigint not null,
  primary key (area_id, month, cause, measure)
);

grant select, insert, update, delete on mediation_figures to linli_reader;

grant select on mediation_figures to linli_app;
