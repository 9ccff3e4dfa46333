-- people: a file of the register that was read and not taken in does not lie there for ever, and what it wrote down of
-- somebody who is erased goes also where the register did not know them by that row.

alter table retention_rules drop constraint retention_rules_kind_check;

alter table retention_rules add constraint retention_rules_kind_check check (kind in ('request_ids', 'sign_in_codes',
  'sessions', 'looks', 'care_reasons', 'register_versions', 'register_imports', 'rights_words', 'reporter_contacts'));

insert into retention_rules (kind, valid_from, days, basis_zh, basis_en) values
  ('register_imports', '2021-11-01', 30, '个人信息保护法第十九条：读入而未写入登记的名册，只为核对保留一个月', 'Personal Information Protection Law, Article 19: a file that was read and not taken in is kept for a month to be checked');

-- What still holds words of people, of all that ever came in.
create index register_import_rows_kept on register_import_rows (import_id, n)
where plan is not null or cells is not null;

-- By the import's id, opened by the program where it erases somebody and by nobody else.
create policy register_import_rows_file on register_import_rows for select to linli_app using (
  import_id = any (current_setting('app.subjects')::uuid[])
);

create policy register_import_rows_forget_file on register_import_rows for update to linli_app using (
  import_id = any (current_setting('app.subjects')::uuid[])
) with check (true);
