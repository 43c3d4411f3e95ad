-- What routing knows of partners, kept from the events of other services. It can be dropped and refilled from the topics.
create table partner (
    partner_id uuid primary key,
    -- Version of the partner in its own service: an older event never overwrites a newer one.
    version bigint not null,
    legal_name text not null,
    country text not null,
    status text not null,
    tier text not null,
    languages text[] not null,
    services text[] not null,
    time_zone text not null,
    cities jsonb not null,
    territory_countries text[] not null,
    territory_subdivisions text[] not null,
    territory_radius_km int,
    open_lead_cap int not null,
    quota_30_days int not null,
    paused boolean not null,
    -- The transaction that wrote the row. An index in memory reads what changed since the oldest transaction that was
    -- still running at its last look, so that a late commit is never skipped, as it would be by a sequence.
    changed_in xid8 not null default pg_current_xact_id()
);
create index partner_changed_in on partner (changed_in);

create table credential (
    credential_id uuid primary key,
    partner_id uuid not null,
    competency text not null,
    valid_from date not null,
    valid_until date,
    revoked boolean not null default false,
    changed_in xid8 not null default pg_current_xact_id()
);
create index credential_of_partner on credential (partner_id) where not revoked;
create index credential_changed_in on credential (changed_in);

-- Whose turn it is. The row is locked by every transaction that offers a lead to the partner, or might have.
create table partner_turn (
    partner_id uuid primary key,
    -- In parts of a lead: 10^15 are one lead.
    credit bigint not null default 0,
    last_turn_at timestamptz,
    open_leads int not null default 0 check (open_leads >= 0)
) with (fillfactor = 50);
