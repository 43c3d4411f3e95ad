-- The month of the invoice date, which is a date in the partner's zone: the statement that a line belongs to, whenever it
-- arrives. Computed here, so that no writer can disagree.
alter table accrual add column statement_period date not null
    generated always as (invoice_date - (extract(day from invoice_date)::integer - 1)) stored;

drop index accrual_cleared;
create index accrual_cleared on accrual (partner_id, currency, statement_period) where state = 'CLEARED';
-- What is still on its way, for the figures that operators watch.
create index accrual_on_its_way on accrual (state, currency) include (amount_minor)
    where state not in ('PAID', 'VOID', 'REVERSED');
create index accrual_by_reference on accrual (reference) where reference is not null;

-- What a statement may take: cleared lines. What is recovered in parts comes through recovery_part instead.
create view statable_accrual as
select a.* from accrual a where a.state = 'CLEARED' and not exists (select from recovery r where r.id = a.id);

-- Refunds as they came. One may come before its deal, from a replay: it waits here and is booked with the deal.
create table refund (
    id          uuid        primary key,
    deal_id     uuid        not null,
    partner_id  uuid        not null,
    currency    char(3)     not null,
    refunded_on date        not null,
    reason      text        not null check (length(reason) between 1 and 50),
    received_at timestamptz not null
);
create index refund_by_deal on refund (deal_id);

create table refund_line (
    refund_id uuid    not null references refund,
    ordinal   integer not null,
    line_id   uuid    not null,
    net_minor bigint  not null check (net_minor > 0),
    tax_minor bigint  not null check (tax_minor >= 0),
    primary key (refund_id, ordinal),
    unique (refund_id, line_id)
);

create table refund_booking (
    refund_id        uuid        primary key references refund,
    -- Null when there was nothing to book.
    journal_entry_id uuid references journal_entry,
    posted_at        timestamptz not null
);

create trigger refund_is_append_only before update or delete on refund
    for each row execute function refuse_change();
create trigger refund_is_not_truncated before truncate on refund
    for each statement execute function refuse_change();
create trigger refund_line_is_append_only before update or delete on refund_line
    for each row execute function refuse_change();
create trigger refund_line_is_not_truncated before truncate on refund_line
    for each statement execute function refuse_change();
create trigger refund_booking_is_append_only before update or delete on refund_booking
    for each row execute function refuse_change();
create trigger refund_booking_is_not_truncated before truncate on refund_booking
    for each statement execute function refuse_change();
