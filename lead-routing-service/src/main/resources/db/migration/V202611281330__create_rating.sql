create table rating (
    id uuid primary key,
    deal_id uuid not null references deal (id),
    partner_id uuid not null,
    side text not null check (side in ('PARTNER', 'CUSTOMER')),
    -- How good the lead was, or how it was taken care of; not for deals that came from no lead.
    lead_score int check (lead_score between 1 and 5),
    work_score int not null check (work_score between 1 and 5),
    text text,
    rated_at timestamptz not null,
    rated_by text not null,
    -- Each side says it once.
    unique (deal_id, side)
);
-- The mean of a partner is read from the index alone.
create index rating_of_partner_by_customers on rating (partner_id) include (work_score) where side = 'CUSTOMER';
