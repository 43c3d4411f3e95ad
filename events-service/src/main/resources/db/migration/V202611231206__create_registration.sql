CREATE TABLE registration (
    id                      uuid PRIMARY KEY,
    event_id                uuid           NOT NULL REFERENCES marketing_event,
    -- Lower case can be longer than what was written.
    email_key               varchar(762)   NOT NULL,
    name                    varchar(200)   NOT NULL,
    email                   varchar(254)   NOT NULL,
    phone                   varchar(40),
    company                 varchar(200),
    country                 varchar(2)     NOT NULL,
    language                varchar(35)    NOT NULL,
    needs                   varchar(255)[] NOT NULL,
    status                  varchar(20)    NOT NULL,
    consent_at              timestamptz    NOT NULL,
    checked_in_at           timestamptz,
    attendance_published_at timestamptz,
    version                 bigint         NOT NULL,
    CONSTRAINT registration_is_one_per_person_and_event UNIQUE (event_id, email_key),
    CONSTRAINT only_checked_in_visitors_attended
        CHECK (attendance_published_at IS NULL OR checked_in_at IS NOT NULL)
);
