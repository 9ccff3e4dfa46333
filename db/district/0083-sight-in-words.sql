-- find: who sees a case is one more mark that it is found by. As a second column of the index, sight made every search below
-- the district read the whole list of a community or a unit, in each window of time anew; as one of the words asked for it is
-- met where the rarest of them leads. The policy asks for sight as before.
drop index case_words_find;

-- An id as `marks.rule.ts` writes it: base64url.
update case_words set doc = doc || array_to_tsvector(array(
  select '@r:' || translate(rtrim(encode(uuid_send(id), 'base64'), '='), '+/', '-_') from unnest(sight) id
));

create index case_words_find on case_words using gin (doc) with (fastupdate = off);
