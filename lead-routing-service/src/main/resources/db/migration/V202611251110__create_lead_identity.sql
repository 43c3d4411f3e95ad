-- What tells one customer from another, as keyed digests: without the secret it is no address book.
create table lead_key (
    key uuid not null,
    captured_at timestamptz not null,
    -- Not a foreign key: it would look up the lead once for each of its keys, in the statement that writes both.
    lead_id uuid not null,
    -- Newest first under one key, and everything in the index that the lookup of an incoming lead reads.
    primary key (key, captured_at, lead_id)
);

-- Whom the desk does not want to hear from again.
create table blocked_sender (
    key uuid primary key,
    kind text not null,
    blocked_at timestamptz not null,
    blocked_by text not null,
    why text not null,
    -- The lead that was the reason.
    lead_id uuid references lead (id)
);

-- Leads that look like the one under review.
create table lead_candidate (
    lead_id uuid not null references lead (id),
    candidate_id uuid not null references lead (id),
    similarity_permil int not null check (similarity_permil between 0 and 1000),
    primary key (lead_id, candidate_id)
);

-- What a merge did, so that it can be taken back.
create table lead_merge (
    id uuid primary key,
    duplicate_id uuid not null references lead (id),
    survivor_id uuid not null references lead (id),
    -- The kinds of key that both have; empty when a person decided.
    matched_by text[] not null,
    merged_at timestamptz not null,
    merged_by text not null,
    why text,
    -- What the survivor did not know before: column and value.
    added jsonb not null,
    -- The duplicate's customer before the merge; null when it had none of its own.
    own_customer_id uuid references customer (id),
    undone_at timestamptz,
    undone_by text,
    undone_why text
);
create unique index lead_merge_one_live on lead_merge (duplicate_id) where undone_at is null;
create index lead_merge_of_survivor on lead_merge (survivor_id);
