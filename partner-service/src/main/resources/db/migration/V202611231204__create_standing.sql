-- What other services report, as far as a partner's tier depends on it. Their rows may come before the partner's.
create table credential (
    id          uuid primary key,
    staff_id    uuid not null,
    partner_id  uuid not null,
    competency  text not null,
    level       text not null,
    valid_from  date not null,
    valid_until date,
    revoked     boolean not null default false
);

create index credential_staff on credential (staff_id);

create table won_deal (
    id               uuid           primary key,
    partner_id       uuid           not null,
    customer_id      uuid           not null,
    closed_on        date           not null,
    currency         text           not null,
    total_minor      bigint         not null,
    attribution      text           not null,
    points           numeric(24, 5) not null,
    rule_set_version integer        not null references tier_rule_set (version)
);

create index won_deal_partner on won_deal (partner_id, customer_id) include (closed_on, points);

-- Every evaluation with all that it saw: inputs, thresholds, gaps in words.
create table tier_evaluation_record (
    id               uuid        primary key,
    partner_id       uuid        not null references partner (id),
    evaluated_at     timestamptz not null,
    rule_set_version integer     not null references tier_rule_set (version),
    cause            text        not null,
    evaluation       jsonb       not null
);

create index tier_evaluation_record_partner on tier_evaluation_record (partner_id, id desc);
