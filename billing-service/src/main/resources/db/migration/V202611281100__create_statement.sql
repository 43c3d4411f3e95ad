-- The numbers of statements and disputes. A change is a further version with a date from which it is valid.
create table statement_policy (
    version              integer     primary key check (version > 0),
    valid_from           date        not null unique,
    -- How many whole months pass between a month and its close, so that the holds of its lines have ended.
    close_after_months   integer     not null check (close_after_months between 0 and 12),
    objection_days       integer     not null check (objection_days between 1 and 60),
    -- Counted from the last day before the close.
    payout_days          integer     not null check (payout_days between 1 and 90),
    dispute_answer_days  integer     not null check (dispute_answer_days between 1 and 60),
    created_at           timestamptz not null,
    created_by           text        not null,
    why                  text        not null,
    check (objection_days <= payout_days)
);
insert into statement_policy values (1, date '2000-01-01', 1, 7, 10, 3, timestamptz '2000-01-01', 'migration',
    'The defaults of the product');

-- Which company of the vendor a partner is billed by: that of its region, else the one without a region.
create table legal_entity (
    code          text        primary key check (code ~ '^[A-Z][A-Z0-9]{1,9}$'),
    name          text        not null check (length(name) between 1 and 200),
    number_prefix text        not null unique check (number_prefix ~ '^[A-Z][A-Z0-9]{0,9}$'),
    region        text        check (length(region) between 1 and 50),
    unique nulls not distinct (region)
);
insert into legal_entity values ('VENDOR', 'The vendor', 'SB', null);

-- The last self-billing number of each year. Taken in the transaction of the statements that use it, so none is skipped.
create table statement_number (
    legal_entity text    not null references legal_entity,
    year         integer not null,
    last         bigint  not null check (last > 0),
    primary key (legal_entity, year)
);

create table statement (
    id                 uuid        primary key,
    number             text        not null unique,
    legal_entity       text        not null references legal_entity,
    partner_id         uuid        not null,
    currency           char(3)     not null,
    period             date        not null check (extract(day from period) = 1),
    opening_minor      bigint      not null,
    lines_minor        bigint      not null,
    recovered_minor    bigint      not null check (recovered_minor >= 0),
    paid_minor         bigint      not null,
    closing_minor      bigint      not null,
    -- What the partner owes back still, for the statements to come.
    owed_back_minor    bigint      not null check (owed_back_minor >= 0),
    line_count         integer     not null check (line_count > 0),
    policy_version     integer     not null references statement_policy,
    issued_at          timestamptz not null,
    objections_until   timestamptz not null,
    payout_due         date        not null,
    state              text        not null check (state in ('ISSUED', 'FINAL')),
    final_at           timestamptz,
    unique (partner_id, currency, period),
    check (closing_minor = opening_minor + lines_minor - recovered_minor - paid_minor),
    check ((state = 'FINAL') = (final_at is not null))
);
create index statement_by_partner on statement (partner_id, issued_at, id);
create index statement_by_period on statement (period, id);
create index statement_open on statement (objections_until) where state = 'ISSUED';

create table statement_line (
    statement_id     uuid    not null,
    ordinal          integer not null check (ordinal > 0),
    kind             text    not null check (kind in ('SALE', 'RENEWAL', 'REFUND', 'CORRECTION', 'REIMBURSEMENT', 'RECOVERY',
        'PAYOUT')),
    accrual_id       uuid,
    -- The entry of a payout.
    journal_entry_id uuid,
    amount_minor     bigint  not null,
    primary key (statement_id, ordinal),
    check ((kind = 'PAYOUT') = (journal_entry_id is not null)),
    check ((kind = 'PAYOUT') = (accrual_id is null))
);
-- No line is on two statements, whatever the job does.
create unique index statement_line_of_accrual on statement_line (accrual_id) where kind <> 'PAYOUT';
create index statement_line_of_payout on statement_line (journal_entry_id) where kind = 'PAYOUT';

-- How far the close of a month has come. Moved by the transaction of each portion, so that a close goes on where it was.
create table statement_close (
    period       date        primary key check (extract(day from period) = 1),
    started_at   timestamptz not null,
    started_by   text        not null,
    last_partner uuid        not null,
    statements   integer     not null,
    portions     integer     not null,
    done_at      timestamptz
);

-- What one statement takes of a debt: a line of its own, which a payout pays with the others of the statement.
alter table accrual drop constraint accrual_kind_check;
alter table accrual add constraint accrual_kind_check check (kind in ('SALE', 'RENEWAL', 'REFUND', 'CORRECTION',
    'REIMBURSEMENT', 'RECOVERY'));
create index accrual_stated on accrual (statement_id) where state = 'STATED' and statement_id is not null;
create index accrual_reimbursement_unstated on accrual (partner_id) where kind = 'REIMBURSEMENT' and statement_id is null;
create index journal_entry_of_payouts on journal_entry (posted_at) where kind like 'PAYOUT%';

-- Claims that were booked before they had an accrual.
insert into accrual (id, partner_id, kind, reference, invoice_date, currency, amount_minor, trace, journal_entry_id,
    posted_at, state, state_since)
select gen_random_uuid(), partner_id, 'REIMBURSEMENT', claim_id, (posted_at at time zone 'UTC')::date, currency, approved_minor,
    jsonb_build_object('claimId', claim_id, 'eligibleMinor', eligible_minor, 'approvedMinor', approved_minor),
    journal_entry_id, posted_at, 'PAYABLE', posted_at
from reimbursement r
where journal_entry_id is not null and not exists (
    select from accrual a where a.kind = 'REIMBURSEMENT' and a.reference = r.claim_id);
create unique index accrual_of_claim on accrual (reference) where kind = 'REIMBURSEMENT';

create trigger statement_policy_is_append_only before update or delete on statement_policy
    for each row execute function refuse_change();
create trigger statement_policy_is_not_truncated before truncate on statement_policy
    for each statement execute function refuse_change();
create trigger statement_money_is_fixed before update on statement for each row
    when (row (old.id, old.number, old.legal_entity, old.partner_id, old.currency, old.period, old.opening_minor,
            old.lines_minor, old.recovered_minor, old.paid_minor, old.closing_minor, old.owed_back_minor, old.line_count,
            old.policy_version, old.issued_at, old.objections_until, old.payout_due)
        is distinct from row (new.id, new.number, new.legal_entity, new.partner_id, new.currency, new.period,
            new.opening_minor, new.lines_minor, new.recovered_minor, new.paid_minor, new.closing_minor, new.owed_back_minor,
            new.line_count, new.policy_version, new.issued_at, new.objections_until, new.payout_due))
    execute function refuse_change();
create trigger statement_is_not_deleted before delete on statement
    for each row execute function refuse_change();
create trigger statement_is_not_truncated before truncate on statement
    for each statement execute function refuse_change();
create trigger statement_line_is_append_only before update or delete on statement_line
    for each row execute function refuse_change();
create trigger statement_line_is_not_truncated before truncate on statement_line
    for each statement execute function refuse_change();
