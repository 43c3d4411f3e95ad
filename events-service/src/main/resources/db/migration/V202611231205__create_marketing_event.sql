-- starts_at is the wall time in time_zone: a change of the zone's rules must not move the event.
CREATE TABLE marketing_event (
    id              uuid PRIMARY KEY,
    application_id  uuid         NOT NULL UNIQUE REFERENCES host_application,
    host_partner_id uuid         NOT NULL,
    budget_id       uuid         NOT NULL REFERENCES budget,
    currency        varchar(3)   NOT NULL,
    approved_minor  bigint       NOT NULL CHECK (approved_minor > 0),
    reserved_minor  bigint       NOT NULL CHECK (reserved_minor IN (0, approved_minor)),
    policy_version  integer      NOT NULL REFERENCES programme_policy,
    title           varchar(200) NOT NULL,
    topic           varchar(80)  NOT NULL,
    city            varchar(100) NOT NULL,
    country         varchar(2)   NOT NULL,
    starts_at       timestamp    NOT NULL,
    time_zone       varchar(60)  NOT NULL,
    capacity        integer      NOT NULL CHECK (capacity > 0),
    status          varchar(20)  NOT NULL,
    scheduled_at    timestamptz  NOT NULL,
    closed_at       timestamptz,
    closing_reason  varchar(1000),
    version         bigint       NOT NULL
);
CREATE INDEX marketing_event_by_status ON marketing_event (status, id);
CREATE INDEX marketing_event_by_place_and_topic ON marketing_event (country, lower(city), lower(topic), starts_at);
