create table partner (
    id                     uuid        primary key,
    external_id            text        unique,
    revision               bigint      not null check (revision > 0),
    legal_name             text        not null,
    tax_id                 text,
    country                text        not null check (country ~ '^[A-Z]{2}$'),
    region                 text        not null,
    status                 text        not null,
    suspension_reason      text,
    tier                   text        not null,
    languages              text[]      not null,
    time_zone              text        not null,
    cities                 jsonb       not null,
    city_names             text[]      not null,
    services               text[]      not null,
    territory_countries    text[]      not null,
    territory_subdivisions text[]      not null,
    territory_radius_km    integer     check (territory_radius_km > 0),
    open_lead_cap          integer     not null check (open_lead_cap >= 0),
    quota30_days           integer     not null check (quota30_days >= 0),
    paused                 boolean     not null,
    onboarded_at           timestamptz not null,
    constraint suspended_with_reason check ((status = 'SUSPENDED') = (suspension_reason is not null))
);

create index partner_tax_id on partner (country, tax_id);
create index partner_status on partner (status, id);
create index partner_country on partner (country, id);
create index partner_tier on partner (tier, id);

-- The public directory reads active partners only: in turn within a tier, or by what a visitor looks for.
create index partner_directory on partner (tier, id) where status = 'ACTIVE';
create index partner_directory_country on partner (country, tier, id) where status = 'ACTIVE';
create index partner_directory_city on partner using gin (city_names) where status = 'ACTIVE';
create index partner_directory_language on partner using gin (languages) where status = 'ACTIVE';
create index partner_directory_service on partner using gin (services) where status = 'ACTIVE';

-- Which tier a partner had on which date: [effective_from, effective_to). Money uses the tier of the invoice date.
create table tier_period (
    id               uuid    primary key,
    partner_id       uuid    not null references partner (id),
    tier             text    not null,
    effective_from   date    not null,
    effective_to     date    check (effective_to >= effective_from),
    rule_set_version integer not null references tier_rule_set (version),
    reasons          text[]  not null
);

create unique index tier_period_open on tier_period (partner_id) where effective_to is null;
create index tier_period_partner on tier_period (partner_id, effective_from);
