-- Drafting payouts for everybody goes on in portions, one commit each, from where it stopped.
create table payout_run (
    id             uuid        primary key,
    started_at     timestamptz not null,
    started_by     text        not null,
    state          text        not null check (state in ('RUNNING', 'DONE')),
    -- The last partner that was looked at.
    after_partner  uuid,
    finished_at    timestamptz,
    drafted        int         not null default 0,
    rolled_over    int         not null default 0,
    without_account int        not null default 0,
    nothing_due    int         not null default 0,
    without_rate   int         not null default 0
);
create index payout_run_running on payout_run (started_at) where state = 'RUNNING';

-- A file for the bank: all payouts in one currency that were told at once.
create table payout_batch (
    id            uuid        primary key,
    message_id    text        not null unique,
    currency      char(3)     not null,
    payouts       int         not null check (payouts > 0),
    total_minor   bigint      not null check (total_minor > 0),
    submitted_at  timestamptz not null,
    submitted_by  text        not null
);

-- The id is the payout key: it is in this table before any file names it, and the bank gives it back.
create table payout (
    id              uuid        primary key,
    run_id          uuid        not null references payout_run,
    partner_id      uuid        not null,
    currency        char(3)     not null,
    amount_minor    bigint      not null check (amount_minor > 0),
    policy_version  int         not null references payout_policy (version),
    approvals       int         not null check (approvals between 1 and 2),
    forced          boolean     not null,
    state           text        not null check (state in ('DRAFT', 'APPROVED', 'SUBMITTED', 'SETTLED', 'FAILED', 'UNKNOWN',
        'CANCELLED')),
    drafted_at      timestamptz not null,
    drafted_by      text        not null,
    batch_id        uuid references payout_batch,
    bank_detail_id  uuid references bank_detail,
    submitted_at    timestamptz,
    ended_at        timestamptz,
    -- What the bank, or a person in its place, said.
    bank_status     text,
    reason          text,
    evidence        text,
    ended_by        text,
    check ((batch_id is null) = (bank_detail_id is null)),
    check ((state in ('SUBMITTED', 'UNKNOWN', 'SETTLED', 'FAILED')) <= (batch_id is not null))
);
create index payout_by_partner on payout (partner_id, id);
create index payout_by_state on payout (state, currency, id) where state not in ('SETTLED', 'FAILED', 'CANCELLED');
create index payout_by_run on payout (run_id, id);
create index payout_by_batch on payout (batch_id, id) where batch_id is not null;
create index payout_in_flight on payout (submitted_at) where state = 'SUBMITTED';

-- Who approved; nobody twice.
create table payout_approval (
    payout_id   uuid        not null references payout,
    approved_by text        not null,
    approved_at timestamptz not null,
    primary key (payout_id, approved_by)
);

-- What a payout pays. One accrual is in one live payout at most, whatever the code does.
create table payout_line (
    payout_id    uuid   not null references payout,
    accrual_id   uuid   not null references accrual,
    amount_minor bigint not null,
    released_at  timestamptz,
    primary key (payout_id, accrual_id)
);
create unique index payout_line_one_live on payout_line (accrual_id) where released_at is null;
create index accrual_payable on accrual (partner_id, currency) where state = 'PAYABLE';

-- Files that the bank sent. The same bytes are taken once.
create table bank_file (
    sha256      text        primary key check (length(sha256) = 64),
    kind        text        not null,
    message_id  text,
    received_at timestamptz not null,
    received_by text        not null,
    -- How many answers were applied, and what a person must look at.
    applied     int         not null,
    repeated    int         not null,
    findings    jsonb       not null
);

create trigger payout_is_fixed before update on payout for each row
    when (row (old.id, old.run_id, old.partner_id, old.currency, old.amount_minor, old.policy_version, old.approvals,
            old.drafted_at, old.drafted_by)
        is distinct from row (new.id, new.run_id, new.partner_id, new.currency, new.amount_minor, new.policy_version,
            new.approvals, new.drafted_at, new.drafted_by))
    execute function refuse_change();
-- The same moves as PayoutState allows; the end is the end.
create trigger payout_moves_are_allowed before update of state on payout for each row
    when (old.state <> new.state and old.state || '>' || new.state not in (
        'DRAFT>APPROVED', 'DRAFT>CANCELLED', 'APPROVED>SUBMITTED', 'APPROVED>CANCELLED',
        'SUBMITTED>SETTLED', 'SUBMITTED>FAILED', 'SUBMITTED>UNKNOWN', 'UNKNOWN>SETTLED', 'UNKNOWN>FAILED'))
    execute function refuse_move();
create trigger payout_is_not_deleted before delete on payout for each row execute function refuse_change();
create trigger payout_is_not_truncated before truncate on payout for each statement execute function refuse_change();
create trigger payout_batch_is_append_only before update or delete on payout_batch
    for each row execute function refuse_change();
create trigger payout_approval_is_append_only before update or delete on payout_approval
    for each row execute function refuse_change();
create trigger payout_line_is_not_deleted before delete on payout_line for each row execute function refuse_change();
create trigger bank_file_is_append_only before update or delete on bank_file
    for each row execute function refuse_change();
