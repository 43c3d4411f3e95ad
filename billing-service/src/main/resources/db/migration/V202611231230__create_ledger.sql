-- Double entry, append-only. Debits are positive, credits negative, amounts are minor units of the account's currency.
create table account (
    id         uuid        primary key,
    code       text        not null unique,
    type       text        not null check (type in ('CUSTOMER_RECEIVABLE', 'VENDOR_REVENUE', 'PARTNER_PAYABLE',
        'PARTNER_RECEIVABLE', 'PARTNER_COLLECTED', 'PARTNER_EARNED', 'REIMBURSEMENT_EXPENSE')),
    partner_id uuid,
    currency   char(3)     not null,
    created_at timestamptz not null,
    unique nulls not distinct (type, partner_id, currency),
    check ((partner_id is not null) = (type in ('PARTNER_PAYABLE', 'PARTNER_RECEIVABLE', 'PARTNER_EARNED')))
);
create index account_by_partner on account (partner_id) where partner_id is not null;

create table journal_entry (
    id          uuid        primary key,
    kind        text        not null check (kind in ('DEAL_SPLIT', 'SPLIT_CORRECTION', 'REIMBURSEMENT')),
    -- The deal or claim that it books.
    reference   uuid        not null,
    -- 1 for the first entry of the reference; a correction counts on. No cause is ever booked twice.
    revision    integer     not null check (revision > 0),
    effective   date        not null,
    posted_at   timestamptz not null,
    description text        not null,
    unique (reference, revision)
);
create index journal_entry_by_time on journal_entry (posted_at);

-- A posting has no foreign key to its account: the check of one locks the account's row, and a row that every deal locks
-- (the vendor's revenue) would be written to by every deal. The trigger below checks the same at commit without a lock,
-- and accounts can't be changed or removed.
create table posting (
    entry_id     uuid        not null references journal_entry,
    line         integer     not null,
    account_id   uuid        not null,
    currency     char(3)     not null,
    amount_minor bigint      not null check (amount_minor <> 0),
    posted_at    timestamptz not null,
    primary key (entry_id, line)
);
-- Serves balances at an instant (index-only) and pages of entries. There is no balance row that postings would queue for.
create index posting_by_account on posting (account_id, posted_at, entry_id) include (amount_minor);

create function refuse_unbalanced_entry() returns trigger language plpgsql as $$
declare
    entry uuid;
    sums record;
    found_any boolean := false;
begin
    if tg_table_name = 'posting' then entry := new.entry_id; else entry := new.id; end if;
    for sums in
        select p.currency, sum(p.amount_minor) as imbalance, count(*) - count(a.id) as without_account
        from posting p left join account a on a.id = p.account_id and a.currency = p.currency
        where p.entry_id = entry group by p.currency
    loop
        found_any := true;
        if sums.imbalance <> 0 then
            raise exception 'journal entry % does not sum to zero: % %', entry, sums.currency, sums.imbalance
                using errcode = 'integrity_constraint_violation';
        end if;
        if sums.without_account > 0 then
            raise exception 'journal entry % posts to an account that does not exist in %', entry, sums.currency
                using errcode = 'integrity_constraint_violation';
        end if;
    end loop;
    if not found_any then
        raise exception 'journal entry % has no postings', entry using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end
$$;

-- Deferred: an entry is whole only at commit. On both tables: one fires for an entry without postings, the other for a
-- posting that is added to an old entry.
create constraint trigger entry_is_balanced after insert on journal_entry
    deferrable initially deferred for each row execute function refuse_unbalanced_entry();
create constraint trigger posting_keeps_the_balance after insert on posting
    deferrable initially deferred for each row execute function refuse_unbalanced_entry();

-- Privileges are not enough here: the service's role owns the tables, since it migrates them, and an owner's revoked
-- privileges are the owner's to grant again. Triggers hold for the owner and for a superuser alike.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused: it is append-only, a correction is a new entry', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger account_is_append_only before update or delete on account
    for each row execute function refuse_change();
create trigger account_is_not_truncated before truncate on account
    for each statement execute function refuse_change();
create trigger journal_entry_is_append_only before update or delete on journal_entry
    for each row execute function refuse_change();
create trigger journal_entry_is_not_truncated before truncate on journal_entry
    for each statement execute function refuse_change();
create trigger posting_is_append_only before update or delete on posting
    for each row execute function refuse_change();
create trigger posting_is_not_truncated before truncate on posting
    for each statement execute function refuse_change();
create trigger plan_audit_is_append_only before update or delete on plan_audit
    for each row execute function refuse_change();
create trigger plan_audit_is_not_truncated before truncate on plan_audit
    for each statement execute function refuse_change();

-- A version of the plan never changes, since splits point to it; a change of the rules is a further version.
create trigger split_plan_is_append_only before update or delete on split_plan
    for each row execute function refuse_change();
create trigger split_plan_is_not_truncated before truncate on split_plan
    for each statement execute function refuse_change();
create trigger split_rule_is_append_only before update or delete on split_rule
    for each row execute function refuse_change();
create trigger split_rule_is_not_truncated before truncate on split_rule
    for each statement execute function refuse_change();
