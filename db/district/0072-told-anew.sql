-- evaluation: what a year that was announced, or a month that became final, concerns is told anew page by page, and not
-- in one transaction with its line. The cases and whistles that still wait for that, and the moment of the line.
create table assessment_again (
  subject uuid primary key,
  said_at timestamptz not null
);

alter table assessment_again enable row level security;

create policy assessment_again_reader on assessment_again to linli_reader using (true) with check (true);

grant select, insert, update, delete on assessment_again to linli_reader;
