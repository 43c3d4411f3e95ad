create table web_order (
    id uuid primary key,
    -- The website's own id: the same one again is the same order.
    external_id text not null unique,
    lead_id uuid not null unique references lead (id),
    customer_id uuid not null references customer (id),
    product text not null,
    currency text not null,
    -- What was ordered, as the estimate of the deal will have it.
    lines jsonb not null,
    licence_only boolean not null,
    -- Set when a partner has accepted the lead.
    partner_id uuid,
    deal_id uuid unique references deal (id),
    placed_at timestamptz not null,
    -- A licence without any work is never refused; somebody offers the work afterwards.
    follow_up text not null check (follow_up in ('NONE', 'OPEN', 'DONE')),
    follow_up_outcome text,
    follow_up_note text,
    followed_up_at timestamptz,
    followed_up_by text,
    version bigint not null,
    check ((follow_up = 'NONE') = not licence_only),
    check ((follow_up = 'DONE') = (followed_up_at is not null and follow_up_outcome is not null))
);
create index web_order_to_follow_up on web_order (id) where follow_up = 'OPEN';
create index web_order_of_partner on web_order (partner_id, id) where partner_id is not null;
