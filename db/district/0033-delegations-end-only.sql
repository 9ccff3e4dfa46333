-- people: of a delegation that stands nothing changes but when it ended.
revoke update on delegations from linli_app;

grant update (ended_at) on delegations to linli_app;
