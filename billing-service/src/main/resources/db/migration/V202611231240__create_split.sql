-- Revision 1 is the split of the won deal; a tier change that arrives late makes a further revision with an entry of the
-- difference. The key keeps a deal from being split twice, whatever the inbox says.
create table split (
    id                uuid        primary key,
    deal_id           uuid        not null,
    revision          integer     not null check (revision > 0),
    partner_id        uuid        not null,
    plan_version      integer     not null references split_plan,
    tier              text        not null,
    tier_source       text        not null,
    tier_from         date,
    invoice_date      date        not null,
    currency          char(3)     not null,
    licence_minor     bigint      not null,
    total_minor       bigint      not null,
    partner_minor     bigint      not null,
    vendor_minor      bigint      not null,
    ninety_ten        jsonb       not null,
    correction_reason text,
    -- Null when there was nothing to book.
    journal_entry_id  uuid references journal_entry,
    posted_at         timestamptz not null,
    unique (deal_id, revision),
    check (partner_minor + vendor_minor = total_minor)
);
create index split_by_partner on split (partner_id, invoice_date);

create table split_line (
    split_id      uuid    not null references split,
    ordinal       integer not null,
    line_id       uuid    not null,
    income_point  text    not null,
    net_minor     bigint  not null,
    partner_minor bigint  not null,
    vendor_minor  bigint  not null,
    billed_by     text    not null check (billed_by in ('VENDOR', 'PARTNER')),
    -- Why the partner gets what it gets: inputs, rule and plan version, tier, base, rate, rounding.
    trace         jsonb   not null,
    primary key (split_id, ordinal),
    check (partner_minor + vendor_minor = net_minor)
);

create trigger split_is_append_only before update or delete on split
    for each row execute function refuse_change();
create trigger split_is_not_truncated before truncate on split
    for each statement execute function refuse_change();
create trigger split_line_is_append_only before update or delete on split_line
    for each row execute function refuse_change();
create trigger split_line_is_not_truncated before truncate on split_line
    for each statement execute function refuse_change();
