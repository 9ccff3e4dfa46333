-- evaluation: with fewer than three facts a measure says nothing, whatever a formula would like (Care 8).

update assessment_weights set least = 3 where least < 3;

alter table assessment_weights drop constraint assessment_weights_least_check;

alter table assessment_weights add constraint assessment_weights_least_check check (least between 3 and 1000);
