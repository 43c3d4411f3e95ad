-- The figures of the marketing programme. A row is never changed: what was decided under a version stays so.
CREATE TABLE programme_policy (
    version                    integer PRIMARY KEY CHECK (version > 0),
    valid_from                 date    NOT NULL,
    reimbursement_basis_points integer NOT NULL CHECK (reimbursement_basis_points BETWEEN 0 AND 10000),
    lead_working_days          integer NOT NULL CHECK (lead_working_days >= 0),
    topic_gap_days             integer NOT NULL CHECK (topic_gap_days >= 0),
    claim_window_days          integer NOT NULL CHECK (claim_window_days > 0),
    CONSTRAINT programme_policy_starts_once UNIQUE (valid_from)
);

INSERT INTO programme_policy
    (version, valid_from, reimbursement_basis_points, lead_working_days, topic_gap_days, claim_window_days)
VALUES (1, DATE '2020-01-01', 5000, 10, 14, 30);
