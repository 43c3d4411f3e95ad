-- Rules ask for more, give by bands and are capped. They are asked in their order, and the first that fits a line counts.
alter table split_rule drop constraint split_rule_plan_version_kind_tier_performer_key;
alter table split_rule alter column kind drop not null;
alter table split_rule alter column partner_basis_points drop not null;
alter table split_rule add column position bigint generated always as identity;
-- Null: the rule doesn't ask.
alter table split_rule add column income_point text;
alter table split_rule add column region text;
alter table split_rule add column sale text check (sale in ('FIRST', 'FOLLOW_ON', 'RENEWAL'));
alter table split_rule add column billed_by text check (billed_by in ('VENDOR', 'PARTNER'));
-- Null: one share for any amount. MARGINAL: each band's share of what lies in it; WHOLE: of the whole amount.
alter table split_rule add column band_mode text check (band_mode in ('MARGINAL', 'WHOLE'));
alter table split_rule add check ((band_mode is null) = (partner_basis_points is not null));

-- Half-open: from inclusive, to exclusive, in minor units of the plan's currency; the last one has no end.
create table split_band (
    plan_version         integer not null,
    rule_code            text    not null,
    ordinal              integer not null check (ordinal > 0),
    from_minor           bigint  not null check (from_minor >= 0),
    to_minor             bigint  check (to_minor > from_minor),
    partner_basis_points integer not null check (partner_basis_points between 0 and 10000),
    primary key (plan_version, rule_code, ordinal),
    foreign key (plan_version, rule_code) references split_rule
);

-- The most that one rule gives a partner, of one customer or of all, in a period, in the plan's currency.
create table split_cap (
    plan_version integer not null,
    rule_code    text    not null,
    scope        text    not null check (scope in ('CUSTOMER', 'PARTNER')),
    period       text    not null check (period in ('MONTH', 'QUARTER', 'YEAR', 'EVER')),
    limit_minor  bigint  not null check (limit_minor > 0),
    primary key (plan_version, rule_code, scope, period),
    foreign key (plan_version, rule_code) references split_rule
);

-- What was given under a cap. A correction adds the difference. The rule's code goes on counting in later versions.
create table cap_use (
    rule_code    text    not null,
    scope        text    not null,
    period       text    not null,
    holder_id    uuid    not null,
    period_start date    not null,
    split_id     uuid    not null,
    ordinal      integer not null,
    deal_id      uuid    not null,
    used_minor   bigint  not null,
    primary key (rule_code, scope, period, holder_id, period_start, split_id, ordinal)
);

create index cap_use_by_deal on cap_use (deal_id);

-- A plan that is not valid yet may be taken back; the row stays.
alter table split_plan drop constraint split_plan_valid_from_key;
alter table split_plan add column why text;
alter table split_plan add column created_by text;
alter table split_plan add column rate_max_age_days integer not null default 10 check (rate_max_age_days between 0 and 366);
create table split_plan_withdrawal (
    version      integer     primary key references split_plan,
    withdrawn_at timestamptz not null,
    withdrawn_by text        not null,
    why          text        not null
);

-- Where a partner was when. Late and out of order is fine.
create table partner_place (
    partner_id     uuid        not null,
    version        bigint      not null,
    country        char(2)     not null,
    region         text        not null,
    time_zone      text        not null,
    effective_from date        not null,
    received_at    timestamptz not null,
    primary key (partner_id, version)
);

create trigger split_band_is_append_only before update or delete on split_band
    for each row execute function refuse_change();
create trigger split_band_is_not_truncated before truncate on split_band
    for each statement execute function refuse_change();
create trigger split_cap_is_append_only before update or delete on split_cap
    for each row execute function refuse_change();
create trigger split_cap_is_not_truncated before truncate on split_cap
    for each statement execute function refuse_change();
create trigger cap_use_is_append_only before update or delete on cap_use
    for each row execute function refuse_change();
create trigger cap_use_is_not_truncated before truncate on cap_use
    for each statement execute function refuse_change();
create trigger split_plan_withdrawal_is_append_only before update or delete on split_plan_withdrawal
    for each row execute function refuse_change();
create trigger split_plan_withdrawal_is_not_truncated before truncate on split_plan_withdrawal
    for each statement execute function refuse_change();
create trigger split_plan_suggestion_is_append_only before update or delete on split_plan_suggestion
    for each row execute function refuse_change();
create trigger split_plan_suggestion_is_not_truncated before truncate on split_plan_suggestion
    for each statement execute function refuse_change();
