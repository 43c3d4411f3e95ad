-- The tier rules as named, versioned parameters. A version is never changed: a new one gets a later valid_from.
create table tier_rule_set (
    version               integer  primary key check (version > 0),
    valid_from            date     not null,
    no_axis_at_zero       boolean  not null,
    revenue_unit          integer  not null check (revenue_unit > 0),
    points_sourced        integer  not null check (points_sourced >= 0),
    points_assisted       integer  not null check (points_assisted >= 0),
    points_managed        integer  not null check (points_managed >= 0),
    growth_factor         integer  not null check (growth_factor > 0),
    retention_window_days integer  not null check (retention_window_days > 0)
);

create table tier_threshold (
    rule_set_version  integer not null references tier_rule_set (version),
    tier              text    not null check (tier in ('BUSINESS', 'CERTIFIED', 'GOLD', 'PLATINUM')),
    points            integer not null check (points >= 0),
    certified_people  integer not null check (certified_people >= 0),
    retention_percent integer check (retention_percent between 1 and 100),
    primary key (rule_set_version, tier)
);

create table tier_growth_region (
    rule_set_version integer not null references tier_rule_set (version),
    region           text    not null,
    primary key (rule_set_version, region)
);

insert into tier_rule_set (version, valid_from, no_axis_at_zero, revenue_unit, points_sourced, points_assisted,
                           points_managed, growth_factor, retention_window_days)
values (1, date '2000-01-01', true, 100, 5, 3, 1, 2, 365);

insert into tier_threshold (rule_set_version, tier, points, certified_people, retention_percent)
values (1, 'BUSINESS', 0, 0, null),
       (1, 'CERTIFIED', 500, 3, 60),
       (1, 'GOLD', 2000, 6, 70),
       (1, 'PLATINUM', 6000, 12, 80);

insert into tier_growth_region (rule_set_version, region)
values (1, 'AFRICA'),
       (1, 'SOUTH_AMERICA');
