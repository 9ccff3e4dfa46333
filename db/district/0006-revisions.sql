-- platform: what servers keep in memory (map, catalogue, calendar) has a revision; another one says: load it again.
create table revisions (
  what text primary key,
  revision uuid not null
);

grant select, insert, update on revisions to linli_app;

grant select on revisions to linli_reader;
