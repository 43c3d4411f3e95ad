-- A file of leads to simulate with. Who a lead is about is not in it: only what routing asks for.
create table simulation_file (
    id uuid primary key,
    -- Who sent it under which Idempotency-Key: the same two name the same file.
    client text not null,
    key text not null,
    state text not null check (state in ('ARRIVING', 'READY')),
    -- SHA-256 of all rows: another file under the same key is refused.
    digest text,
    leads bigint not null default 0,
    rejected bigint not null default 0,
    first_at timestamptz,
    last_at timestamptz,
    -- Whether the file says to whom its leads went.
    compares boolean not null default false,
    created_at timestamptz not null,
    unique (client, key)
);

create table simulation_file_lead (
    file_id uuid not null references simulation_file (id) on delete cascade,
    at timestamptz not null,
    id uuid not null,
    source text not null,
    country text,
    subdivision text,
    latitude double precision,
    longitude double precision,
    language text,
    needs text[] not null,
    partner_id uuid,
    primary key (file_id, at, id)
);

create table simulation_file_rejection (
    file_id uuid not null references simulation_file (id) on delete cascade,
    line bigint not null,
    field text not null,
    reason text not null,
    primary key (file_id, line)
);

-- Leads routed once more, under another policy. Nothing of it touches leads, offers or turns.
create table routing_simulation (
    id uuid primary key,
    state text not null check (state in ('WAITING', 'RUNNING', 'FINISHED', 'CANCELLED', 'FAILED')),
    from_at timestamptz,
    to_at timestamptz,
    file_id uuid references simulation_file (id),
    -- 0 for a draft; the document is kept here in any case.
    policy_version int not null,
    document jsonb not null,
    open_days int not null,
    leads bigint not null,
    done bigint not null default 0,
    attempts int not null default 0,
    -- Everything that the simulation knew after so many leads, and the lead that it had reached.
    checkpoint bytea,
    checkpoint_done bigint not null default 0,
    checkpoint_at timestamptz,
    checkpoint_id uuid,
    result jsonb,
    failure text,
    created_by text not null,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    check ((file_id is null) = (from_at is not null and to_at is not null))
);
create index routing_simulation_to_run on routing_simulation (id) where state in ('WAITING', 'RUNNING');
create index routing_simulation_of_file on routing_simulation (file_id) where file_id is not null;
-- The checkpoint is compressed already.
alter table routing_simulation alter column checkpoint set storage external;

create table routing_simulation_partner (
    simulation_id uuid not null references routing_simulation (id) on delete cascade,
    partner_id uuid not null,
    leads bigint not null,
    -- How many of the same leads it really got.
    happened bigint not null,
    -- In thousand-millionths of a lead: its weight's share of all leads for which it was in line, and what it got of them.
    earned bigint not null,
    in_turn bigint not null,
    primary key (simulation_id, partner_id)
);

-- The leads of a period, in the order in which they came.
create index lead_in_time on lead (created_at, id);
-- Who was protected when a lead came, also long after the protection has ended.
create index protection_of_customer on protection (customer_id);
