-- Every figure of the split is a row of a named, versioned plan. A change is a new version with its own valid-from date;
-- what was split under an older version stays so.
create table split_plan (
    version                    integer     primary key check (version > 0),
    name                       text        not null check (length(name) between 1 and 100),
    valid_from                 date        not null unique,
    -- The 90/10 rule: the largest share of the bill that may be licence.
    licence_limit_basis_points integer     not null check (licence_limit_basis_points between 1 and 10000),
    suggestion_limit           integer     not null check (suggestion_limit between 0 and 11),
    created_at                 timestamptz not null default now()
);

create table split_rule (
    plan_version              integer not null references split_plan,
    code                      text    not null check (code ~ '^[a-z][a-z0-9-]{0,49}$'),
    kind                      text    not null check (kind in ('LICENCE', 'SERVICE')),
    -- Null: the rule doesn't ask.
    tier                      text    check (tier in ('BUSINESS', 'CERTIFIED', 'GOLD', 'PLATINUM')),
    performer                 text    check (performer in ('VENDOR', 'PARTNER')),
    partner_basis_points      integer not null check (partner_basis_points between 0 and 10000),
    -- Kept back from the partner when the vendor collects from the customer.
    platform_fee_basis_points integer not null default 0
        check (platform_fee_basis_points between 0 and 1000 and platform_fee_basis_points <= partner_basis_points),
    primary key (plan_version, code),
    unique nulls not distinct (plan_version, kind, tier, performer)
);

-- The services that a deal short of services is asked about, in this order.
create table split_plan_suggestion (
    plan_version integer not null references split_plan,
    ordinal      integer not null,
    income_point text    not null,
    primary key (plan_version, ordinal),
    unique (plan_version, income_point)
);

create table plan_audit (
    id             bigint generated always as identity primary key,
    at             timestamptz not null default now(),
    who            text        not null,
    what           text        not null,
    plan_version   integer     not null,
    before         jsonb,
    after          jsonb,
    why            text        not null,
    correlation_id text
);

insert into split_plan (version, name, valid_from, licence_limit_basis_points, suggestion_limit)
values (1, 'Standard', date '2000-01-01', 1000, 3);

insert into split_rule (plan_version, code, kind, tier, performer, partner_basis_points, platform_fee_basis_points)
values (1, 'licence-business', 'LICENCE', 'BUSINESS', null, 4000, 0),
       (1, 'licence-certified', 'LICENCE', 'CERTIFIED', null, 4500, 0),
       (1, 'licence-gold', 'LICENCE', 'GOLD', null, 5000, 0),
       (1, 'licence-platinum', 'LICENCE', 'PLATINUM', null, 5000, 0),
       (1, 'service-by-partner', 'SERVICE', null, 'PARTNER', 10000, 0),
       (1, 'service-by-vendor', 'SERVICE', null, 'VENDOR', 0, 0);

insert into split_plan_suggestion (plan_version, ordinal, income_point)
values (1, 1, 'IMPLEMENTATION'),
       (1, 2, 'DATA_MIGRATION'),
       (1, 3, 'INTEGRATION'),
       (1, 4, 'TRAINING'),
       (1, 5, 'SUPPORT'),
       (1, 6, 'CUSTOMISATION'),
       (1, 7, 'AUDIT'),
       (1, 8, 'INHOUSE_INTEGRATION'),
       (1, 9, 'MOBILE_APP');

insert into plan_audit (who, what, plan_version, after, why)
select 'migration', 'split-plan-created', version, to_jsonb(split_plan), 'the first version of the plan'
from split_plan
where version = 1;
