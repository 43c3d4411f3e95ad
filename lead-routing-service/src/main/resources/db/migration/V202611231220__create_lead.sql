create table customer (
    id uuid primary key,
    external_id text unique,
    partner_of_record uuid,
    partner_of_record_since timestamptz,
    created_at timestamptz not null
);

create table lead (
    id uuid primary key,
    external_id text unique,
    source text not null,
    product text not null,
    company text,
    contact_name text,
    contact_email text,
    contact_phone text,
    consent boolean not null,
    country text,
    subdivision text,
    city text,
    latitude double precision,
    longitude double precision,
    language text,
    needs text[] not null,
    size_band text,
    budget_band text,
    -- Deferred: a lead that turns out to be known already must not leave a customer behind.
    customer_id uuid not null references customer (id) deferrable initially deferred,
    chosen_partner_id uuid,
    host_partner_id uuid,
    event_id uuid,
    status text not null,
    partner_id uuid,
    offers int not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version bigint not null
);
create index lead_to_route on lead (changed_at) where status = 'ROUTING';
create index lead_of_partner on lead (partner_id, id) where partner_id is not null;
create index lead_by_status on lead (status, id);

create table offer (
    id uuid primary key,
    lead_id uuid not null references lead (id),
    partner_id uuid not null,
    ordinal int not null,
    state text not null,
    decision_id uuid not null,
    policy_version int not null,
    offered_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    answered_by text,
    decline_reason text,
    decline_note text,
    version bigint not null,
    unique (lead_id, ordinal)
);
-- No lead is offered to two partners at once, whatever the code does.
create unique index offer_one_live on offer (lead_id) where state = 'PENDING';
create index offer_to_expire on offer (expires_at) where state = 'PENDING';
create index offer_of_partner on offer (partner_id, id);

-- Why a lead went where it went. The rows of the shortlist are parallel arrays: about 50 bytes a candidate.
create table routing_decision (
    id uuid primary key,
    lead_id uuid not null references lead (id),
    policy_version int not null,
    step text not null,
    partner_id uuid,
    decided_at timestamptz not null,
    decided_by text,
    why text,
    failed jsonb not null,
    row_partner uuid[] not null,
    row_km int[] not null,
    row_weight int[] not null,
    row_credit_before bigint[] not null,
    row_credit_after bigint[] not null,
    row_waiting_since timestamptz[] not null,
    row_failed text[] not null
);
create index routing_decision_of_lead on routing_decision (lead_id, id);

-- A visitor of an event becomes a lead once, however often the visit is reported.
create table event_visitor (
    event_id uuid not null,
    -- A digest: it tells the same person from others without keeping who it is.
    person text not null,
    registration_id uuid not null,
    primary key (event_id, person)
);
