-- The chart of accounts is a table, so that a further type is a row.
create table account_type (
    type           text    not null primary key check (type ~ '^[A-Z][A-Z_]{2,39}$'),
    -- Whether each partner has an account of its own.
    of_one_partner boolean not null,
    meaning        text    not null,
    unique (type, of_one_partner)
);

insert into account_type (type, of_one_partner, meaning)
values ('CUSTOMER_RECEIVABLE', false, 'What customers owe the vendor for lines that the vendor bills, without tax'),
       ('VENDOR_REVENUE', false, 'The vendor''s part of all lines'),
       ('PARTNER_PAYABLE', true, 'What the vendor owes a partner'),
       ('PARTNER_RECEIVABLE', true, 'What a partner owes the vendor out of lines that the partner bills'),
       ('PARTNER_COLLECTED', false, 'Memorandum: what partners collect from customers and keep'),
       ('PARTNER_EARNED', true, 'Memorandum, the other side: what a partner earns without the vendor''s paying it'),
       ('REIMBURSEMENT_EXPENSE', false, 'What the vendor spends on partners'' events'),
       ('RESERVE', false, 'What the vendor sets aside for refunds to come'),
       ('BANK_CLEARING', false, 'Payouts that the bank was told and has not settled'),
       ('BANK', false, 'What the bank has settled'),
       ('WRITE_OFF', false, 'What a partner owes and the vendor gives up'),
       ('ROUNDING', false, 'Always zero: parts sum to the whole, so nothing is ever left over');

alter table account drop constraint account_type_check;
alter table account drop constraint account_check;
alter table account add column of_one_partner boolean generated always as (partner_id is not null) stored;
alter table account add constraint account_type_is_of_the_chart
    foreign key (type, of_one_partner) references account_type (type, of_one_partner);

-- What is booked is an enum of the service. A list here would be one more place to change.
alter table journal_entry drop constraint if exists journal_entry_kind_check;
alter table journal_entry add constraint journal_entry_kind_check check (kind ~ '^[A-Z][A-Z_]{2,39}$');

-- An entry is checked when the statement that books it ends, as a set, and no longer row by row at commit: the rules are the
-- same and stricter, at a fraction of the cost for a batch. An entry comes with its postings in one statement, numbered from
-- 1, so that a posting which is added to it later would need a number that is taken.
drop trigger entry_is_balanced on journal_entry;
drop trigger posting_keeps_the_balance on posting;
drop function refuse_unbalanced_entry();
-- The trigger checks it, without a lock on the entry for each of its postings.
alter table posting drop constraint posting_entry_id_fkey;

-- Entries that are committed and not yet part of the hash chain. Without an index: the chain takes what it finds first.
create table unsealed_entry (
    entry_id uuid not null
);
alter table unsealed_entry set (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_cost_delay = 0
);

create function refuse_wrong_postings() returns trigger language plpgsql
    -- A plan made while the tables were small must not read them whole once they are large.
    set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    wrong record;
begin
    select p.entry_id, p.currency, sum(p.amount_minor) as imbalance into wrong
    from new_posting p group by p.entry_id, p.currency having sum(p.amount_minor) <> 0 limit 1;
    if found then
        raise exception 'journal entry % does not sum to zero: % %', wrong.entry_id, wrong.currency, wrong.imbalance
            using errcode = 'integrity_constraint_violation';
    end if;
    select p.entry_id, bool_and(e.id is not null) as known, bool_and(e.posted_at = p.posted_at) as together into wrong
    from new_posting p left join journal_entry e on e.id = p.entry_id
    group by p.entry_id
    having min(p.line) <> 1 or max(p.line) <> count(*) or bool_or(e.id is null) or bool_or(e.posted_at <> p.posted_at) limit 1;
    if found then
        raise exception 'journal entry % %', wrong.entry_id, case
                when not wrong.known then 'does not exist'
                when not wrong.together then 'is posted at another instant than its postings'
                else 'does not have its postings, numbered from 1, in one statement' end
            using errcode = 'integrity_constraint_violation';
    end if;
    select p.account_id, p.currency into wrong
    from (select distinct n.account_id, n.currency from new_posting n) p
        left join account a on a.id = p.account_id and a.currency = p.currency
    where a.id is null limit 1;
    if found then
        raise exception 'account % does not exist in %', wrong.account_id, wrong.currency
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end
$$;

create function admit_entries() returns trigger language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    wrong record;
begin
    select e.id into wrong from new_entry e where not exists (select from posting p where p.entry_id = e.id) limit 1;
    if found then
        raise exception 'journal entry % has no postings', wrong.id using errcode = 'integrity_constraint_violation';
    end if;
    insert into unsealed_entry (entry_id) select e.id from new_entry e;
    return null;
end
$$;

create trigger postings_are_right after insert on posting referencing new table as new_posting
    for each statement execute function refuse_wrong_postings();
create trigger entries_are_admitted after insert on journal_entry referencing new table as new_entry
    for each statement execute function admit_entries();

-- The hash chain: one row per entry, in the order of sealing, which is some order of the commits. The hash covers the one
-- before, the entry and each of its postings with its account's code; the digests of the rows tell which of them was changed.
create table sealed_entry (
    position    bigint      primary key check (position > 0),
    entry_id    uuid        not null unique,
    row_digests bytea       not null check (length(row_digests) >= 64 and length(row_digests) % 32 = 0),
    hash        bytea       not null check (length(hash) = 32),
    sealed_at   timestamptz not null
);

insert into unsealed_entry (entry_id) select id from journal_entry order by posted_at, id;

-- Each verification with the head that it saw: a later one notices when the chain was written anew as a whole.
create table ledger_verification (
    id            uuid        primary key,
    at            timestamptz not null,
    who           text        not null,
    sealed        bigint      not null check (sealed >= 0),
    waiting       bigint      not null check (waiting >= 0),
    head_position bigint      not null check (head_position >= 0),
    head_hash     bytea,
    findings      jsonb       not null,
    check ((head_position = 0) = (head_hash is null))
);
create index ledger_verification_by_time on ledger_verification (at desc, id desc);

create trigger account_type_is_append_only before update or delete on account_type
    for each row execute function refuse_change();
create trigger account_type_is_not_truncated before truncate on account_type
    for each statement execute function refuse_change();
create trigger sealed_entry_is_append_only before update or delete on sealed_entry
    for each row execute function refuse_change();
create trigger sealed_entry_is_not_truncated before truncate on sealed_entry
    for each statement execute function refuse_change();
create trigger ledger_verification_is_append_only before update or delete on ledger_verification
    for each row execute function refuse_change();
create trigger ledger_verification_is_not_truncated before truncate on ledger_verification
    for each statement execute function refuse_change();
