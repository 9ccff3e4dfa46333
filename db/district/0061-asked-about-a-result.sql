-- cases: a reporter is asked about a result, which is an answer (the line `case.replied`), and not about how often a case was
-- reopened: what a desk sends back before it was checked has a new result too.

-- The line of its story that answered last; 0 where none did.
alter table cases add column reply_seq integer not null default 0 check (reply_seq >= 0);

update cases c set reply_seq = r.seq
  from (select subject, max(seq) as seq from journal where kind = 'case.replied' and seq is not null group by subject) r
  where r.subject = c.id;

-- What was said of a result that was sent back since then says nothing of the next one.
update cases c set solved = null, rating = null
  from (
    select subject, max(seq) filter (where kind = 'case.rated') as rated, max(seq) filter (where kind <> 'case.rated') as back
    from journal
    where seq is not null and (kind in ('case.rated', 'case.reopened') or kind = 'case.checked' and data->>'passed' = 'false')
    group by subject
  ) s
  where s.subject = c.id and s.back > s.rated;

alter table call_backs rename column round to reply_seq;

update call_backs b set reply_seq = coalesce((
  select max(r.seq) from journal r
  where r.subject = b.case_id and r.kind = 'case.replied' and r.seq < j.seq
), 0)
  from journal j
  where j.subject = b.case_id and j.kind = 'case.called_back' and j.data->>'callBackId' = b.id::text;

alter table reopen_asks rename column round to reply_seq;

update reopen_asks a set reply_seq = coalesce((
  select max(r.seq) from journal r
  where r.subject = a.case_id and r.kind = 'case.replied' and r.seq < j.seq
), a.reply_seq)
  from journal j
  where j.subject = a.case_id and j.kind = 'case.reopen_asked' and j.data->>'askId' = a.id::text;

-- Asked of a result that was sent back before the centre decided: it is done again.
update reopen_asks a set granted = true, decided_at = j.recorded_at
  from journal j
  where a.granted is null and j.subject = a.case_id
    and (j.kind = 'case.reopened' or j.kind = 'case.checked' and j.data->>'passed' = 'false')
    and j.seq = (
      select min(k.seq) from journal k
      where k.subject = a.case_id and k.seq > a.reply_seq and k.recorded_at >= a.asked_at
        and (k.kind = 'case.reopened' or k.kind = 'case.checked' and k.data->>'passed' = 'false')
    );
