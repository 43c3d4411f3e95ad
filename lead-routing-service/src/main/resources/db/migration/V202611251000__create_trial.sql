-- What makes a lead of a trial. Policies are never changed: a new version is a new row, and each lead names its version.
create table qualification_policy (
    version int primary key,
    name text not null,
    valid_from timestamptz not null unique,
    rules jsonb not null,
    created_by text not null,
    why text not null,
    created_at timestamptz not null
);

insert into qualification_policy values (
    1,
    'First figures',
    '2020-01-01T00:00:00Z',
    '{"threshold": 100, "windowDays": 90, "retentionDays": 400, "clockToleranceSeconds": 300, "weights": {
      "INVITED_USERS": {"points": 40, "saturatesAt": 10, "halfLifeDays": 30, "maxPoints": 60},
      "STORAGE_USED_MB": {"points": 20, "saturatesAt": 5000, "halfLifeDays": 60, "maxPoints": 30},
      "FEATURE_LIMIT_REACHED": {"points": 30, "saturatesAt": 1, "halfLifeDays": 14, "maxPoints": 60},
      "ACTIVE_DAYS": {"points": 10, "saturatesAt": 1, "halfLifeDays": 14, "maxPoints": 50},
      "RECORDS_CREATED": {"points": 20, "saturatesAt": 1000, "halfLifeDays": 30, "maxPoints": 30},
      "INTEGRATION_CONNECTED": {"points": 25, "saturatesAt": 1, "halfLifeDays": 60, "maxPoints": 50},
      "PRICING_VIEWED": {"points": 15, "saturatesAt": 1, "halfLifeDays": 7, "maxPoints": 30}}}',
    'migration',
    'The platform needs a first version.',
    '2020-01-01T00:00:00Z'
);

create table trial (
    id uuid primary key,
    external_id text not null unique,
    kind text not null,
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
    customer_external_id text,
    signed_up_at timestamptz not null,
    created_at timestamptz not null,
    correlation_id text not null,
    -- The policy under which the trial was looked at last: a new version looks at all that have made no lead.
    scored_version int not null,
    -- When it was decided that the trial makes a lead; from then on it is not scored any more.
    decided_at timestamptz
) with (fillfactor = 80);
create index trial_to_score_anew on trial (scored_version, id) where decided_at is null;

-- No foreign key: the statement that stores signals finds their trial, and ten thousand checks a second are not free.
create table usage_signal (
    trial_id uuid not null,
    signal_id text not null,
    type text not null,
    value bigint not null,
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    primary key (trial_id, signal_id)
);
create index usage_signal_received on usage_signal (received_at);

-- Trials with new signals. Only appended to and removed from: storing a signal never waits for the worker that scores.
create table trial_to_score (
    position bigint generated always as identity primary key,
    trial_id uuid not null,
    arrived_at timestamptz not null
);

-- Why a trial made a lead. The row is written with the decision; the lead follows in a transaction of its own.
create table trial_lead (
    id uuid primary key,
    trial_id uuid not null references trial (id),
    cause text not null,
    lead_external_id text not null unique,
    lead_id uuid,
    policy_version int references qualification_policy (version),
    score_micros bigint,
    threshold int,
    signals jsonb,
    message text,
    chosen_partner_id uuid,
    decided_at timestamptz not null,
    attempts int not null default 0,
    retry_at timestamptz,
    failure text
);
-- Crossing the threshold makes one lead, whatever the code does.
create unique index trial_lead_by_score on trial_lead (trial_id) where cause = 'SCORE';
create index trial_lead_of_trial on trial_lead (trial_id);
create index trial_lead_to_make on trial_lead (retry_at) where lead_id is null;
