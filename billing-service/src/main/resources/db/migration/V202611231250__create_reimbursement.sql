-- A claim that events approved. The key keeps it from being posted twice, whatever the inbox says.
create table reimbursement (
    claim_id         uuid        primary key,
    event_id         uuid        not null,
    partner_id       uuid        not null,
    currency         char(3)     not null,
    eligible_minor   bigint      not null check (eligible_minor >= 0),
    approved_minor   bigint      not null check (approved_minor between 0 and eligible_minor),
    -- Null when nothing was approved.
    journal_entry_id uuid references journal_entry,
    posted_at        timestamptz not null
);
create index reimbursement_by_partner on reimbursement (partner_id);

create trigger reimbursement_is_append_only before update or delete on reimbursement
    for each row execute function refuse_change();
create trigger reimbursement_is_not_truncated before truncate on reimbursement
    for each statement execute function refuse_change();
