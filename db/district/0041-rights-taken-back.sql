-- people: whoever asked something about what is held of them may take it back while it waits. Its words are erased; that it
-- was asked and taken back stays.

alter table rights_requests add column taken_back_at timestamptz;

alter table rights_requests drop constraint rights_requests_stage_check;

alter table rights_requests drop constraint rights_requests_check;

alter table rights_requests add constraint rights_requests_stage_check
check (stage in ('asked', 'granted', 'refused', 'taken_back'));

alter table rights_requests add constraint rights_requests_answered
check ((stage in ('granted', 'refused')) = (answered_at is not null));

alter table rights_requests add constraint rights_requests_taken_back
check ((stage = 'taken_back') = (taken_back_at is not null));

-- By whoever asked, and from waiting to taken back alone.
create policy rights_requests_take_back on rights_requests for update to linli_app
using (stage = 'asked' and account_id = any (current_setting('app.account')::uuid[]))
with check (stage = 'taken_back' and account_id = any (current_setting('app.account')::uuid[]));
