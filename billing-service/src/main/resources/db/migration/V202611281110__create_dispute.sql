-- A partner says that one line is wrong. Only that line waits; the answer is a correction of it or a reason.
create table dispute (
    id                    uuid        primary key,
    partner_id            uuid        not null,
    accrual_id            uuid        not null references accrual,
    statement_id          uuid,
    reason                text        not null check (reason in ('MISSING_AMOUNT', 'WRONG_AMOUNT', 'WRONG_TIER', 'WRONG_DEAL',
        'ALREADY_REFUNDED', 'OTHER')),
    text                  text        not null check (length(text) between 1 and 2000),
    opened_at             timestamptz not null,
    opened_by             text        not null,
    answer_due            timestamptz not null,
    policy_version        integer     not null references statement_policy,
    state                 text        not null check (state in ('OPEN', 'CORRECTED', 'REJECTED', 'WITHDRAWN')),
    answer                text        check (length(answer) between 1 and 2000),
    answered_at           timestamptz,
    answered_by           text,
    correction_minor      bigint      not null default 0,
    correction_accrual_id uuid references accrual,
    check ((state = 'OPEN') = (answered_at is null)),
    check ((state = 'CORRECTED') = (correction_accrual_id is not null)),
    check ((state = 'CORRECTED') = (correction_minor <> 0)),
    -- Nobody answers a dispute of their own.
    check (state = 'WITHDRAWN' or answered_by <> opened_by)
);
create unique index dispute_one_open on dispute (accrual_id) where state = 'OPEN';
create index dispute_by_partner on dispute (partner_id, opened_at, id);
create index dispute_by_time on dispute (opened_at, id);
create index dispute_open on dispute (answer_due) where state = 'OPEN';

create trigger dispute_is_fixed before update on dispute for each row
    when (old.state <> 'OPEN' or row (old.id, old.partner_id, old.accrual_id, old.statement_id, old.reason, old.text,
            old.opened_at, old.opened_by, old.answer_due, old.policy_version)
        is distinct from row (new.id, new.partner_id, new.accrual_id, new.statement_id, new.reason, new.text, new.opened_at,
            new.opened_by, new.answer_due, new.policy_version))
    execute function refuse_change();
create trigger dispute_is_not_deleted before delete on dispute for each row execute function refuse_change();
create trigger dispute_is_not_truncated before truncate on dispute for each statement execute function refuse_change();
