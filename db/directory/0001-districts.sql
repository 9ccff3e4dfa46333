-- The directory: which district lives on which server, in which schema. Nothing else joins districts.

create table districts (
  id text primary key check (id ~ '^[a-z][a-z0-9_]{0,30}$'),
  name_zh text not null,
  name_en text not null,
  server text not null default 'here',
  schema text not null unique,
  demonstration boolean not null,
  created_at timestamptz not null
);

grant select on districts to linli_app, linli_reader, linli_auth;
