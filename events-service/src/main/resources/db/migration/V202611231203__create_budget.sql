CREATE TABLE budget (
    id             uuid PRIMARY KEY,
    year           integer     NOT NULL CHECK (year BETWEEN 2000 AND 2200),
    region         varchar(20) NOT NULL,
    currency       varchar(3)  NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount_minor   bigint      NOT NULL CHECK (amount_minor BETWEEN 1 AND 1000000000000000),
    reserved_minor bigint      NOT NULL DEFAULT 0 CHECK (reserved_minor >= 0),
    spent_minor    bigint      NOT NULL DEFAULT 0 CHECK (spent_minor >= 0),
    created_at     timestamptz NOT NULL,
    CONSTRAINT budget_is_one_per_year_region_currency UNIQUE (year, region, currency),
    CONSTRAINT budget_is_never_overdrawn CHECK (reserved_minor + spent_minor <= amount_minor)
);
