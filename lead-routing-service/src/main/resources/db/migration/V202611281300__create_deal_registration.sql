alter table deal_policy
    -- For so many days a refusal for another partner's sake may be contested.
    add column contest_days int not null default 14 check (contest_days between 0 and 365),
    -- So many pieces of evidence may each side bring to a conflict.
    add column evidence_per_side int not null default 20 check (evidence_per_side between 1 and 200);

-- A partner's own customer, as it was registered. Who the person was is compared and not kept.
create table deal_registration (
    id uuid primary key,
    partner_id uuid not null,
    -- Null when it was refused before anybody asked who the customer is.
    customer_id uuid references customer (id),
    product text not null,
    currency text not null,
    company text not null,
    country text not null,
    city text,
    note text,
    state text not null check (state in ('GRANTED', 'REFUSED', 'CONFLICT')),
    reason text,
    -- Whose older claim stands against it; the registering partner does not learn that.
    claim_kind text,
    claim_partner_id uuid,
    claim_customer_id uuid references customer (id),
    protection_id uuid references protection (id),
    deal_id uuid references deal (id),
    registered_at timestamptz not null,
    registered_by text not null,
    decided_at timestamptz,
    decided_by text,
    policy_version int not null references deal_policy (version),
    version bigint not null
);
create index deal_registration_of_partner on deal_registration (partner_id, id);
create index deal_registration_by_state on deal_registration (state, id);
-- One partner has one registration of a customer and product in dispute.
create unique index deal_registration_one_conflict on deal_registration (customer_id, lower(product), partner_id)
    where state = 'CONFLICT';

-- Customers that no lead has told of: what tells them from others, as keyed digests.
create table customer_key (
    key uuid not null,
    customer_id uuid not null references customer (id),
    primary key (key, customer_id)
);

create table registration_case (
    id uuid primary key,
    registration_id uuid not null unique references deal_registration (id),
    cause text not null,
    claimant_id uuid not null,
    holder_id uuid not null,
    state text not null check (state in ('OPEN', 'DECIDED')),
    opened_at timestamptz not null,
    due_at timestamptz not null,
    escalated_at timestamptz,
    decided_at timestamptz,
    decided_by text,
    winner text check (winner in ('CLAIMANT', 'HOLDER')),
    reason text,
    why text,
    version bigint not null,
    check ((state = 'DECIDED') = (winner is not null and reason is not null and decided_at is not null))
);
create index registration_case_to_decide on registration_case (due_at) where state = 'OPEN';
create index registration_case_of_claimant on registration_case (claimant_id, id);
create index registration_case_of_holder on registration_case (holder_id, id);

create table case_evidence (
    id uuid primary key,
    case_id uuid not null references registration_case (id),
    partner_id uuid not null,
    what text not null,
    links text[] not null,
    -- Name and SHA-256 of each file that the partner keeps ready.
    attachment_names text[] not null,
    attachment_digests text[] not null,
    added_at timestamptz not null,
    added_by text not null,
    check (cardinality(attachment_names) = cardinality(attachment_digests))
);
create index case_evidence_of_case on case_evidence (case_id, id);
