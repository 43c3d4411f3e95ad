-- The numbers of deals. Versions are never changed: a new version is a new row with a date from which it is valid.
create table deal_policy (
    version int primary key,
    valid_from timestamptz not null,
    protection_days int not null check (protection_days between 1 and 3650),
    extension_days int not null check (extension_days between 1 and 3650),
    -- Business days of the vendor within which a conflict is decided.
    conflict_business_days int not null check (conflict_business_days between 1 and 60),
    business_days int[] not null,
    time_zone text not null,
    -- WARN, BLOCK or OFF: what happens to a deal whose licence is more than a tenth.
    ninety_ten_mode text not null check (ninety_ten_mode in ('WARN', 'BLOCK', 'OFF')),
    -- In which order missing income points are suggested: what most often sells with a licence comes first.
    suggestion_order text[] not null,
    -- A customer with one won deal and no service for so long is listed as "one deal, one payment".
    dead_end_months int not null check (dead_end_months between 1 and 120),
    -- A partner of record that is suspended or terminated for so long loses its customers.
    partner_of_record_lapse_days int not null check (partner_of_record_lapse_days between 1 and 3650),
    rating_link_days int not null check (rating_link_days between 1 and 365),
    -- Shrinkage of a partner's mean rating: so many ratings of so many hundredths of a point are added to its own.
    rating_prior_count int not null check (rating_prior_count between 0 and 1000),
    rating_prior_hundredths int not null check (rating_prior_hundredths between 100 and 500),
    created_at timestamptz not null,
    created_by text not null,
    why text not null
);
insert into deal_policy values (
    1, '2020-01-01T00:00:00Z', 90, 60, 2, '{1, 2, 3, 4, 5}', 'UTC', 'WARN',
    '{IMPLEMENTATION, TRAINING, SUPPORT, INTEGRATION, DATA_MIGRATION, CUSTOMISATION, INHOUSE_INTEGRATION, AUDIT, MOBILE_APP, HOSTING_ADMIN, DEMO_INSTALL}',
    12, 30, 30, 5, 400, '2020-01-01T00:00:00Z', 'migration', 'The defaults of the product'
);

-- A partner's right to a customer that it has registered. Live means state LIVE and a time before expires_at.
create table protection (
    id uuid primary key,
    registration_id uuid not null,
    customer_id uuid not null references customer (id),
    product text not null,
    partner_id uuid not null,
    deal_id uuid,
    state text not null check (state in ('LIVE', 'EXPIRED', 'WON', 'LOST', 'WITHDRAWN', 'REVOKED')),
    granted_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > granted_at),
    ended_at timestamptz,
    -- The one extension, and the proof of activity that it was given for.
    extended_at timestamptz,
    proof_what text,
    proof_on date,
    policy_version int not null references deal_policy (version),
    version bigint not null
);
-- Two partners never protect the same customer for the same product at once, whatever the code does.
create unique index protection_one_live on protection (customer_id, lower(product)) where state = 'LIVE';
create index protection_to_expire on protection (expires_at) where state = 'LIVE';
create index protection_of_partner on protection (partner_id, id);
create index protection_of_registration on protection (registration_id);
create index protection_of_deal on protection (deal_id) where deal_id is not null;

-- A deal may come from a registration, from the customer's partner of record or from a won deal, without any lead.
alter table deal alter column lead_id drop not null;
alter table deal
    add column registration_id uuid,
    add column renews_deal_id uuid references deal (id),
    add column sale text,
    add column sourcing text,
    add column closed_at timestamptz,
    add column time_zone text,
    add column refunded_minor bigint not null default 0,
    add constraint deal_refunded_at_most_whole check (refunded_minor between 0 and total_minor);
create index deal_of_customer on deal (customer_id, id);
create unique index deal_of_registration on deal (registration_id) where registration_id is not null;
-- A won deal is renewed by one deal at a time.
create unique index deal_one_open_renewal on deal (renews_deal_id)
    where renews_deal_id is not null and status in ('OPEN', 'PROPOSED');

alter table estimate_line
    add column refunded_net_minor bigint not null default 0,
    add column refunded_tax_minor bigint not null default 0,
    add constraint estimate_line_refunded_net check (refunded_net_minor between 0 and net_minor),
    add constraint estimate_line_refunded_tax check (refunded_tax_minor between 0 and tax_minor);

create table deal_refund (
    id uuid primary key,
    deal_id uuid not null references deal (id),
    refunded_on date not null,
    reason text not null,
    note text,
    net_minor bigint not null check (net_minor > 0),
    tax_minor bigint not null check (tax_minor >= 0),
    refunded_at timestamptz not null,
    refunded_by text not null
);
create index deal_refund_of_deal on deal_refund (deal_id, id);

create table deal_refund_line (
    refund_id uuid not null references deal_refund (id),
    line_id uuid not null references estimate_line (id),
    income_point text not null,
    net_minor bigint not null check (net_minor > 0),
    tax_minor bigint not null check (tax_minor >= 0),
    primary key (refund_id, line_id)
);
