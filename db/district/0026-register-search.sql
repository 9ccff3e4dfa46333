-- people: where somebody belongs and belonged is read by person; labels are compared letter by letter.

create index occupancies_person on occupancies (person_id);

alter table homes alter column label_key type text collate "C";

