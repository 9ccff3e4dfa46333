-- people: how long what is held of people is kept (个人信息保护法 Article 19: no longer than its purpose needs), and what
-- each night's round found to be over. Dated rows: a change holds from its day. Nothing in them says whom it was.

create table retention_rules (
  kind text not null check (kind in ('request_ids', 'sign_in_codes', 'sessions', 'looks', 'care_reasons',
    'register_versions', 'rights_words', 'reporter_contacts')),
  valid_from date not null,
  days integer not null check (days > 0),
  basis_zh text not null,
  basis_en text not null,
  primary key (kind, valid_from)
);

create table retention_runs (
  day date not null,
  kind text not null,
  ran_at timestamptz not null,
  -- What was older than this was over.
  before_at timestamptz not null,
  removed integer not null check (removed >= 0),
  primary key (day, kind)
);

grant select on retention_rules to linli_app, linli_reader;

grant select, insert on retention_runs to linli_app;

grant select on retention_runs to linli_reader;

create policy looks_over on looks for delete to linli_reader using (true);

grant delete on looks to linli_reader;

insert into retention_rules (kind, valid_from, days, basis_zh, basis_en) values
  ('request_ids', '2021-11-01', 90, '个人信息保护法第十九条：重复提交只需在短期内识别', 'Personal Information Protection Law, Article 19: a request is sent again within weeks, if at all'),
  ('sign_in_codes', '2021-11-01', 1, '个人信息保护法第十九条：验证码过期即无用途', 'Personal Information Protection Law, Article 19: a code that is over has no purpose'),
  ('sessions', '2021-11-01', 180, '网络安全法第二十一条第三项：网络日志留存不少于六个月', 'Cybersecurity Law, Article 21 (3): logs are kept for six months at least'),
  ('looks', '2021-11-01', 1095, '个人信息保护法第五十六条：处理情况记录至少保存三年', 'Personal Information Protection Law, Article 56: records of processing are kept for three years at least'),
  ('care_reasons', '2021-11-01', 365, '个人信息保护法第十九、二十八条：关爱标记结束后，原因不再需要', 'Personal Information Protection Law, Articles 19 and 28: the reason of a flag that ended is needed no more'),
  ('register_versions', '2021-11-01', 365, '个人信息保护法第十九条：更正和导入一年内可以撤回', 'Personal Information Protection Law, Article 19: corrections and imports can be taken back for a year'),
  ('rights_words', '2021-11-01', 1095, '个人信息保护法第五十六条：处理情况记录至少保存三年', 'Personal Information Protection Law, Article 56: records of processing are kept for three years at least'),
  ('reporter_contacts', '2021-11-01', 1095, '个人信息保护法第十九条；民法典第一百八十八条：诉讼时效三年', 'Personal Information Protection Law, Article 19; Civil Code, Article 188: claims lapse after three years');
