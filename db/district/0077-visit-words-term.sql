-- What was heard at a door, and where somebody stood, are kept for a time.
alter table retention_rules drop constraint retention_rules_kind_check;

alter table retention_rules add constraint retention_rules_kind_check check (kind in ('request_ids', 'sign_in_codes',
  'sessions', 'looks', 'care_reasons', 'register_versions', 'register_imports', 'rights_words', 'reporter_contacts',
  'deliveries', 'visit_words'));

insert into retention_rules (kind, valid_from, days, basis_zh, basis_en) values
  ('visit_words', '2021-11-01', 730, '个人信息保护法第十九条：走访听到的事两年里跟进完，来过的记录留下', 'Personal Information Protection Law, Article 19: what was heard at a door is followed up within two years; that somebody came stays');
