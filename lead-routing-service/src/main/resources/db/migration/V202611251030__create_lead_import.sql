-- A file of leads and how far it was taken in. Rows are committed in portions together with the position.
create table lead_import (
    id uuid primary key,
    -- Who sent it under which Idempotency-Key: the same two name the same import.
    client text not null,
    key text not null,
    format text not null,
    state text not null,
    -- Rows after the header that are committed, and the SHA-256 of all rows up to there: the same file goes on behind
    -- it, another one is refused.
    position bigint not null default 0,
    digest text,
    taken bigint not null default 0,
    known bigint not null default 0,
    merged bigint not null default 0,
    review bigint not null default 0,
    spam bigint not null default 0,
    rejected bigint not null default 0,
    failed_line bigint,
    failure text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    unique (client, key)
);

-- Rows that were not taken. What was in them is not kept: the sender has the file.
create table lead_import_rejection (
    import_id uuid not null references lead_import (id),
    line bigint not null,
    field text not null,
    reason text not null,
    primary key (import_id, line)
);
