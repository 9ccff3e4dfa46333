-- 周报、月报: which weeks and months were said to be over and counted, once each.
create table reports_told (
  kind text not null check (kind in ('week', 'month')),
  -- The first day of the span.
  start date not null,
  told_at timestamptz not null,
  primary key (kind, start)
);

alter table reports_told enable row level security;

create policy reports_told_tell on reports_told for all to linli_app using (current_setting('app.actor') = 'system');

grant select, insert on reports_told to linli_app;
