-- neighbours: whoever asked a question may take it back. Its words, what was answered to the asker alone, and who asked
-- are erased; that something was asked, and what staff made public in words of their own, stays.

alter table questions add column taken_back_at timestamptz;

alter table questions add constraint questions_forgotten check (taken_back_at is null or account_id is null);

-- notices: what an asker was told goes with the question.
create index notices_question on notices ((facts ->> 'questionId')) where facts ->> 'questionId' is not null;
