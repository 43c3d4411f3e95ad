-- The accrual: what one line of a deal, one refund of it, one correction or one claim makes the vendor owe the partner
-- (positive) or the partner owe the vendor (negative). Its money never changes; a correction is a further accrual.
alter table split_plan add column currency char(3) not null default 'EUR';
alter table split_plan add column hold_days integer not null default 30 check (hold_days between 0 and 365);
-- Refunds later than this after the invoice date are the vendor's loss.
alter table split_plan add column claw_back_months integer not null default 12 check (claw_back_months between 0 and 120);
-- What recovery may take of a statement, and how long a line may wait for a decision about fraud.
alter table split_plan add column recovery_limit_basis_points integer not null default 5000
    check (recovery_limit_basis_points between 0 and 10000);
alter table split_plan add column fraud_hold_days integer not null default 14 check (fraud_hold_days between 1 and 365);
-- Below this services ÷ licence share raises the alarm.
alter table split_plan add column services_alarm_basis_points integer not null default 20000
    check (services_alarm_basis_points between 0 and 1000000);

create table accrual (
    id               uuid        primary key,
    partner_id       uuid        not null,
    kind             text        not null check (kind in ('SALE', 'RENEWAL', 'REFUND', 'CORRECTION', 'REIMBURSEMENT')),
    -- The accrual of the line that a refund or correction belongs to; null for the line's own.
    parent_id        uuid references accrual,
    deal_id          uuid,
    line_id          uuid,
    income_point     text,
    -- The refund or claim that it is for.
    reference        uuid,
    -- Where the line's trace is kept.
    split_id         uuid,
    split_ordinal    integer,
    invoice_date     date        not null,
    currency         char(3)     not null,
    amount_minor     bigint      not null,
    zero_reason      text,
    -- How the sum was made, where the split line's trace doesn't say it all; see accrual_with_trace.
    trace            jsonb,
    journal_entry_id uuid references journal_entry,
    posted_at        timestamptz not null,
    held_until       timestamptz,
    -- From here on the state, which alone changes.
    state            text        not null check (state in ('CALCULATED', 'HELD', 'CLEARED', 'STATED', 'PAYABLE', 'PAYING',
        'PAID', 'VOID', 'FROZEN', 'REVERSED')),
    state_since      timestamptz not null,
    state_reason     text,
    frozen_for       text check (frozen_for in ('FRAUD', 'DISPUTE')),
    frozen_from      text,
    frozen_until     timestamptz,
    statement_id     uuid,
    check ((state = 'FROZEN') = (frozen_for is not null)),
    check ((state = 'FROZEN') = (frozen_from is not null)),
    check ((kind in ('REFUND', 'CORRECTION')) >= (parent_id is not null)),
    check ((kind = 'REIMBURSEMENT') = (deal_id is null)),
    check (amount_minor <> 0 or zero_reason is not null)
);
create index accrual_by_partner on accrual (partner_id, posted_at, id);
create index accrual_by_deal on accrual (deal_id) where deal_id is not null;
create index accrual_by_parent on accrual (parent_id) where parent_id is not null;
-- What jobs look for; rows leave these indexes as they move on.
create index accrual_held on accrual (held_until) where state = 'HELD';
create index accrual_cleared on accrual (partner_id, currency, invoice_date) where state = 'CLEARED';
create index accrual_frozen on accrual (frozen_until) where state = 'FROZEN';

-- Every move after the first state, with its cause. Written by the statement that moves the accruals.
create table accrual_move (
    accrual_id     uuid        not null references accrual,
    ordinal        bigint      generated always as identity,
    from_state     text        not null,
    to_state       text        not null,
    at             timestamptz not null,
    why            text        not null,
    by             text        not null,
    correlation_id text,
    primary key (accrual_id, ordinal)
);

-- What a partner was paid and owes back. A statement takes at most half of what it pays out, the rest stays to the next:
-- the accrual is CLEARED until all of it is recovered, and is shown with what remains.
create table recovery (
    -- The negative accrual that is recovered.
    id              uuid        primary key references accrual,
    partner_id      uuid        not null,
    currency        char(3)     not null,
    owed_minor      bigint      not null check (owed_minor > 0),
    recovered_minor bigint      not null default 0 check (recovered_minor between 0 and owed_minor),
    created_at      timestamptz not null,
    done_at         timestamptz,
    check ((recovered_minor = owed_minor) = (done_at is not null))
);
create index recovery_open on recovery (partner_id, currency, created_at) where done_at is null;

-- The sum that each statement took of a recovery.
create table recovery_part (
    recovery_id  uuid        not null references recovery,
    statement_id uuid        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    at           timestamptz not null,
    primary key (recovery_id, statement_id)
);

create view accrual_with_trace as
select a.id, coalesce(a.trace, l.trace) as trace
from accrual a left join split_line l on l.split_id = a.split_id and l.ordinal = a.split_ordinal;

create trigger accrual_money_is_fixed before update on accrual for each row
    when (row (old.id, old.partner_id, old.kind, old.parent_id, old.deal_id, old.line_id, old.reference, old.split_id,
            old.split_ordinal, old.invoice_date, old.currency, old.amount_minor, old.zero_reason, old.journal_entry_id,
            old.posted_at)
        is distinct from row (new.id, new.partner_id, new.kind, new.parent_id, new.deal_id, new.line_id, new.reference,
            new.split_id, new.split_ordinal, new.invoice_date, new.currency, new.amount_minor, new.zero_reason,
            new.journal_entry_id, new.posted_at))
    execute function refuse_change();

create function refuse_move() returns trigger language plpgsql as $$
begin
    raise exception 'accrual % may not move from % to %', old.id, old.state, new.state
        using errcode = 'restrict_violation';
end
$$;

-- The same moves as AccrualState allows. Kept here too, since jobs move accruals with statements of their own.
create trigger accrual_moves_are_allowed before update of state on accrual for each row
    when (old.state <> new.state and old.state || '>' || new.state not in (
        'CALCULATED>HELD', 'CALCULATED>CLEARED', 'CALCULATED>FROZEN', 'CALCULATED>VOID', 'CALCULATED>REVERSED',
        'HELD>CLEARED', 'HELD>FROZEN', 'HELD>VOID', 'HELD>REVERSED',
        'CLEARED>STATED', 'CLEARED>FROZEN', 'CLEARED>VOID', 'CLEARED>REVERSED',
        'STATED>PAYABLE', 'STATED>FROZEN', 'STATED>CLEARED', 'STATED>VOID',
        'PAYABLE>PAYING', 'PAYABLE>FROZEN',
        'PAYING>PAID', 'PAYING>PAYABLE',
        'FROZEN>HELD', 'FROZEN>CLEARED', 'FROZEN>STATED', 'FROZEN>PAYABLE', 'FROZEN>VOID', 'FROZEN>REVERSED'))
    execute function refuse_move();

create trigger accrual_is_not_deleted before delete on accrual
    for each row execute function refuse_change();
create trigger accrual_is_not_truncated before truncate on accrual
    for each statement execute function refuse_change();
create trigger accrual_move_is_append_only before update or delete on accrual_move
    for each row execute function refuse_change();
create trigger accrual_move_is_not_truncated before truncate on accrual_move
    for each statement execute function refuse_change();
create trigger recovery_part_is_append_only before update or delete on recovery_part
    for each row execute function refuse_change();
create trigger recovery_part_is_not_truncated before truncate on recovery_part
    for each statement execute function refuse_change();

-- What a split was made from and a correction needs again.
alter table split add column customer_id uuid;
alter table split add column sale text not null default 'FIRST' check (sale in ('FIRST', 'FOLLOW_ON', 'RENEWAL'));
alter table split add column partner_country char(2);
alter table split add column partner_region text;
