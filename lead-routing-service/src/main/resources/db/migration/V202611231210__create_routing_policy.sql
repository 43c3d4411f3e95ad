-- Policies are never changed: a new version is a new row, and every decision names the version that it was made under.
create table routing_policy (
    version int primary key,
    valid_from timestamptz not null,
    shortlist int not null check (shortlist between 1 and 200),
    -- In whole leads.
    credit_clamp int not null check (credit_clamp >= 1),
    offers_before_desk int not null check (offers_before_desk >= 1),
    tier_weights jsonb not null,
    minutes_to_answer jsonb not null,
    business_days int[] not null,
    business_opens time not null,
    business_closes time not null,
    -- Needs for which a partner must hold a live credential besides listing the service.
    needs_with_credential text[] not null
);

insert into routing_policy values (
    1,
    '2020-01-01T00:00:00Z',
    25,
    3,
    3,
    '{"BUSINESS": 1, "CERTIFIED": 2, "GOLD": 3, "PLATINUM": 4}',
    '{"ORDER": 15, "DEMO_REQUEST": 15, "TRIAL": 60, "FREE_ACCOUNT": 240, "HELP_REQUEST": 240, "EVENT": 240, "IMPORT": 240}',
    '{1, 2, 3, 4, 5}',
    '09:00',
    '18:00',
    '{IMPLEMENTATION, INTEGRATION, CUSTOMISATION, SUPPORT, AUDIT, INHOUSE_INTEGRATION, MOBILE_APP, DATA_MIGRATION, TRAINING}'
);
