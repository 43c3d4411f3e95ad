CREATE TABLE claim (
    id               uuid PRIMARY KEY,
    event_id         uuid        NOT NULL UNIQUE REFERENCES marketing_event,
    partner_id       uuid        NOT NULL,
    currency         varchar(3)  NOT NULL,
    status           varchar(20) NOT NULL,
    deadline         date        NOT NULL,
    time_zone        varchar(60) NOT NULL,
    policy_version   integer     NOT NULL REFERENCES programme_policy,
    limit_minor      bigint      NOT NULL CHECK (limit_minor > 0),
    revision         integer     NOT NULL,
    opened_at        timestamptz NOT NULL,
    submitted_at     timestamptz,
    decided_at       timestamptz,
    eligible_minor   bigint CHECK (eligible_minor >= 0),
    approved_minor   bigint CHECK (approved_minor >= 0),
    limited_by       varchar(20),
    journal_entry_id uuid,
    version          bigint      NOT NULL,
    CONSTRAINT claim_pays_no_more_than_approved CHECK (approved_minor <= limit_minor)
);
CREATE INDEX claim_by_partner ON claim (partner_id, id);
CREATE INDEX claim_by_status ON claim (status, id);

CREATE TABLE cost_line (
    id              uuid PRIMARY KEY,
    claim_id        uuid         NOT NULL REFERENCES claim,
    ordinal         integer      NOT NULL,
    category        varchar(20)  NOT NULL,
    supplier        varchar(200) NOT NULL,
    supplier_tax_id varchar(40)  NOT NULL,
    invoice_number  varchar(60)  NOT NULL,
    invoice_date    date         NOT NULL,
    net_minor       bigint       NOT NULL CHECK (net_minor > 0),
    description     varchar(500),
    invoice_key     varchar(310) NOT NULL,
    eligible_minor  bigint CHECK (eligible_minor BETWEEN 0 AND net_minor),
    approved_minor  bigint CHECK (approved_minor BETWEEN 0 AND eligible_minor),
    reason          varchar(500),
    -- The same invoice is paid back once, whoever claims it.
    CONSTRAINT cost_line_invoice_is_claimed_once UNIQUE (invoice_key, invoice_date, net_minor)
);
CREATE INDEX cost_line_by_claim ON cost_line (claim_id, ordinal);
