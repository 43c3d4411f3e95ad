-- Read model of partner.partner: the points in time at which a partner's tier changes. Rows arrive late and out of order;
-- the tier on a date is that of the row with the latest effective_from up to it, and of those the highest version.
create table tier_change (
    partner_id       uuid        not null,
    version          bigint      not null,
    tier             text        not null check (tier in ('BUSINESS', 'CERTIFIED', 'GOLD', 'PLATINUM')),
    effective_from   date        not null,
    rule_set_version integer     not null,
    received_at      timestamptz not null,
    primary key (partner_id, version)
);
