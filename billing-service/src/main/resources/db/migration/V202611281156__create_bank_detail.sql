-- Where a partner's money goes. What names an account is encrypted; what people may see of it stands beside it.
create table bank_detail (
    id            uuid        primary key,
    partner_id    uuid        not null,
    currency      char(3)     not null,
    kind          text        not null check (kind in ('IBAN', 'ACCOUNT')),
    country       char(2)     not null,
    -- AES-256-GCM of holder, IBAN or account number, and BIC, in Base64; bound to this row by its id.
    secret        text        not null,
    key_id        text        not null,
    masked        text        not null,
    state         text        not null check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED', 'REPLACED', 'WITHDRAWN')),
    proposed_at   timestamptz not null,
    proposed_by   text        not null,
    decided_at    timestamptz,
    decided_by    text,
    why           text,
    -- No payout uses it before: time for the partner to notice a change that it did not want.
    usable_from   timestamptz,
    ended_at      timestamptz,
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((usable_from is null) or (state in ('CONFIRMED', 'REPLACED', 'WITHDRAWN'))),
    -- Four eyes, whatever the code does.
    check (state not in ('CONFIRMED', 'REPLACED') or decided_by <> proposed_by)
);
create unique index bank_detail_one_proposal on bank_detail (partner_id, currency) where state = 'PROPOSED';
create index bank_detail_of_partner on bank_detail (partner_id, currency, proposed_at);
create index bank_detail_confirmed on bank_detail (partner_id, currency, usable_from) where state = 'CONFIRMED';

create trigger bank_detail_is_fixed before update on bank_detail for each row
    when (row (old.id, old.partner_id, old.currency, old.kind, old.country, old.masked, old.proposed_at, old.proposed_by)
        is distinct from row (new.id, new.partner_id, new.currency, new.kind, new.country, new.masked, new.proposed_at,
            new.proposed_by))
    execute function refuse_change();
create trigger bank_detail_is_not_deleted before delete on bank_detail
    for each row execute function refuse_change();
