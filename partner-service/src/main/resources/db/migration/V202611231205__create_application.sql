create table application_policy (
    version           integer primary key check (version > 0),
    valid_from        date    not null,
    reapply_after_days integer not null check (reapply_after_days > 0)
);

insert into application_policy (version, valid_from, reapply_after_days)
values (1, date '2000-01-01', 30);

create table application (
    id               uuid        primary key,
    status           text        not null,
    legal_name       text        not null,
    tax_id           text        not null,
    country          text        not null,
    city             text        not null,
    languages        text[]      not null,
    services         text[]      not null,
    time_zone        text        not null,
    contact_name     text        not null,
    contact_email    text        not null,
    source           text        not null,
    campaign         text,
    message          text,
    submitted_at     timestamptz not null,
    screened_by      text,
    decided_at       timestamptz,
    decided_by       text,
    rejection_reason text,
    reapply_on       date,
    policy_version   integer references application_policy (version),
    partner_id       uuid references partner (id),
    lock_version     bigint      not null,
    constraint approved_has_partner check ((status = 'APPROVED') = (partner_id is not null)),
    constraint rejected_has_reason check ((status = 'REJECTED') = (rejection_reason is not null))
);

create index application_status on application (status, id);
create index application_tax_id on application (country, tax_id);
