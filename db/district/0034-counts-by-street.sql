-- people: homes are counted by the street that holds them, without reading the district's.

create index homes_street on homes (street_id) where street_id is not null;
