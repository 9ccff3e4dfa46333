-- people: one account of sign-in of a kind for each person, and a link to a provider's subject that can be undone.

-- Two who came back for one account at once may both have been linked: the first stays.
delete from auth_account later using auth_account earlier
  where later.provider_id = 'oidc' and earlier.provider_id = 'oidc'
    and later.user_id = earlier.user_id and later.id > earlier.id;

create unique index auth_account_way on auth_account (user_id, provider_id);

-- Finds by user_id as well.
drop index auth_account_user;

-- Whoever resets a password takes the link away in the same transaction; passwords stay out of reach of that.
create policy auth_account_unlink on auth_account for delete to linli_app using (
  provider_id = 'oidc' and current_setting('app.acts') like '%|people.manage|%'
);

grant delete on auth_account to linli_app;
