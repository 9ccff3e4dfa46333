-- Whether the list has more than was written: its bound was reached.
alter table sheet_jobs add column cut boolean not null default false;
