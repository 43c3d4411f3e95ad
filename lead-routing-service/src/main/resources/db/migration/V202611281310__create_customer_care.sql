-- How a customer went from one partner of record to another; the first one is in the customer's own row.
create table partner_of_record_move (
    id uuid primary key,
    customer_id uuid not null references customer (id),
    from_partner_id uuid,
    to_partner_id uuid,
    cause text not null check (cause in ('MOVED', 'CUSTOMERS_WISH', 'CONFLICT', 'LAPSED')),
    why text not null,
    moved_at timestamptz not null,
    moved_by text not null
);
create index partner_of_record_move_of_customer on partner_of_record_move (customer_id, id);
create index customer_of_partner on customer (partner_of_record) where partner_of_record is not null;

-- A customer that would rather have another partner.
create table change_request (
    id uuid primary key,
    customer_id uuid not null references customer (id),
    wanted_partner_id uuid,
    why text not null,
    state text not null check (state in ('OPEN', 'GRANTED', 'REFUSED')),
    asked_at timestamptz not null,
    asked_by text not null,
    decided_at timestamptz,
    decided_by text,
    decided_why text,
    version bigint not null
);
create unique index change_request_one_open on change_request (customer_id) where state = 'OPEN';
create index change_request_by_state on change_request (state, id);

-- Since when a partner has been suspended or terminated, as far as this service has seen.
create table partner_out (
    partner_id uuid primary key,
    since timestamptz not null
);

-- Customers with one won deal: the list of dead ends goes by the day on which it was won.
create index deal_won_on on deal (closed_on, id) where status = 'WON';
create index deal_won_by_partner_on on deal (partner_id, closed_on, id) where status = 'WON';

-- The order from the website that a deal carries out.
alter table deal add column order_id uuid;
create unique index deal_of_order on deal (order_id) where order_id is not null;
