-- platform: what a transaction opens of the journal is asked of every line that it reads. A list of ids made anew from its
-- words for each line cost a desk's page more than the page itself; the line's own id is looked for in those words instead,
-- and before the chains. No id stands in such a list but as a whole: its dashes fit in one place only.

drop policy journal_app_read on journal;

create policy journal_app_read on journal for select to linli_app
  using (
    strpos(current_setting('app.subjects'), subject::text) > 0
    or chain = any(current_setting('app.chains')::uuid[])
  );
