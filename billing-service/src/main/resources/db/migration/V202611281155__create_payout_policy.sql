-- The numbers of paying out. Versions are never changed: a new one is a new row with an instant from which it is valid.
create table payout_policy (
    version                int         primary key check (version > 0),
    valid_from             timestamptz not null,
    -- Sums are in minor units of this currency; others are compared at the day's rate.
    currency               char(3)     not null,
    minimum_minor          bigint      not null check (minimum_minor >= 0),
    -- Above it, two approvers.
    four_eyes_minor        bigint      not null check (four_eyes_minor >= 0),
    -- What waits for so long is paid however little it is.
    forced_after_months    int         not null check (forced_after_months between 1 and 120),
    cooling_off_hours      int         not null check (cooling_off_hours between 0 and 720),
    -- Without the bank's answer for so long a payout is unknown.
    answer_hours           int         not null check (answer_hours between 1 and 720),
    rate_max_age_days      int         not null check (rate_max_age_days between 0 and 30),
    created_at             timestamptz not null,
    created_by             text        not null,
    why                    text        not null
);
insert into payout_policy values (1, '2020-01-01T00:00:00Z', 'EUR', 5000, 1000000, 12, 24, 72, 7,
    '2020-01-01T00:00:00Z', 'migration', 'The defaults of the product');

create trigger payout_policy_is_append_only before update or delete on payout_policy
    for each row execute function refuse_change();
create trigger payout_policy_is_not_truncated before truncate on payout_policy
    for each statement execute function refuse_change();
