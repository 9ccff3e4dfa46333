-- notices: how often a message left and nobody answered: it may have come each time, and leaves twice at most.

alter table deliveries add column unanswered integer not null default 0 check (unanswered between 0 and 2);
