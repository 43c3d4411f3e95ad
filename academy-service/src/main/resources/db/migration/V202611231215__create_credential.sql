create table credential (
    id                uuid        primary key,
    attempt_id        uuid        unique, -- one credential per passed attempt
    external_id       text        unique, -- of an older programme
    staff_id          uuid        not null,
    partner_id        uuid        not null,
    competency        text        not null,
    level             text        not null check (level in ('BASIC', 'SPECIALIST', 'EXPERT')),
    valid_from        date        not null,
    valid_until       date        check (valid_until >= valid_from),
    policy_version    int,
    granted_at        timestamptz not null,
    revoked_at        timestamptz,
    revocation_reason text,
    revocation_note   text,
    check ((revoked_at is null) = (revocation_reason is null)),
    check ((attempt_id is null) <> (external_id is null))
);
create index credential_of_partner on credential (partner_id, id);

-- How long a credential of each level counts; no months: without end.
create table credential_policy (
    version           int  primary key,
    valid_from        date not null unique,
    basic_months      int  check (basic_months > 0),
    specialist_months int  check (specialist_months > 0),
    expert_months     int  check (expert_months > 0)
);
insert into credential_policy (version, valid_from, basic_months, specialist_months, expert_months)
values (1, date '2000-01-01', null, 12, 24);
