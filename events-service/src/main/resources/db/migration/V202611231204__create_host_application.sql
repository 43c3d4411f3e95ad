CREATE TABLE host_application (
    id             uuid PRIMARY KEY,
    partner_id     uuid          NOT NULL,
    budget_id      uuid REFERENCES budget,
    region         varchar(20)   NOT NULL,
    year           integer       NOT NULL,
    city           varchar(100)  NOT NULL,
    country        varchar(2)    NOT NULL,
    topic          varchar(80)   NOT NULL,
    title          varchar(200)  NOT NULL,
    starts_at      timestamp     NOT NULL,
    time_zone      varchar(60)   NOT NULL,
    capacity       integer       NOT NULL CHECK (capacity > 0),
    plan           varchar(5000) NOT NULL,
    cost_minor     bigint        NOT NULL CHECK (cost_minor > 0),
    currency       varchar(3)    NOT NULL,
    status         varchar(20)   NOT NULL,
    late           boolean       NOT NULL,
    policy_version integer       NOT NULL REFERENCES programme_policy,
    submitted_at   timestamptz   NOT NULL,
    decided_at     timestamptz,
    reason         varchar(1000),
    waiver_reason  varchar(1000),
    approved_minor bigint CHECK (approved_minor > 0),
    event_id       uuid,
    version        bigint        NOT NULL,
    CONSTRAINT late_approval_has_a_waiver
        CHECK (NOT (late AND status = 'APPROVED' AND waiver_reason IS NULL)),
    CONSTRAINT approval_names_amount_and_event
        CHECK ((status = 'APPROVED') = (approved_minor IS NOT NULL AND event_id IS NOT NULL))
);
CREATE INDEX host_application_by_partner ON host_application (partner_id, id);
CREATE INDEX host_application_by_status ON host_application (status, id);
