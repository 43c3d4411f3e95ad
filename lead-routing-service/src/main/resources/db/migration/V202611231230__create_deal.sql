create table deal (
    id uuid primary key,
    lead_id uuid not null unique references lead (id),
    external_id text unique,
    partner_id uuid not null,
    customer_id uuid not null references customer (id),
    customer_country text,
    product text not null,
    currency text not null,
    status text not null,
    lost_reason text,
    closed_on date,
    opened_at timestamptz not null,
    changed_at timestamptz not null,
    licence_minor bigint not null,
    total_minor bigint not null,
    version bigint not null
);
create index deal_of_partner on deal (partner_id, id);
create index deal_by_status on deal (status, id);

create table estimate_line (
    id uuid primary key,
    deal_id uuid not null references deal (id),
    position int not null,
    income_point text not null,
    description text,
    quantity int not null check (quantity > 0),
    unit_price_minor bigint not null check (unit_price_minor >= 0),
    tax_basis_points int not null check (tax_basis_points between 0 and 10000),
    net_minor bigint not null,
    tax_minor bigint not null,
    performer text not null,
    billed_by text not null
);
create index estimate_line_of_deal on estimate_line (deal_id, position);
