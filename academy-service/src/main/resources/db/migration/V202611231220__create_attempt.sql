create table attempt (
    id             uuid        primary key,
    enrolment_id   uuid        not null references enrolment,
    partner_id     uuid        not null,
    ordinal        int         not null check (ordinal > 0),
    seed           bigint      not null,
    policy_version int         not null references exam_policy,
    pass_percent   int         not null,
    status         text        not null check (status in ('STARTED', 'PASSED', 'FAILED', 'TIMED_OUT')),
    started_at     timestamptz not null,
    ends_at        timestamptz not null,
    ended_at       timestamptz,
    correct        int,
    score_percent  int         check (score_percent between 0 and 100),
    credential_id  uuid        references credential deferrable initially deferred,
    revision       bigint      not null,
    unique (enrolment_id, ordinal),
    check ((status = 'STARTED') = (ended_at is null)),
    check ((status = 'PASSED') = (credential_id is not null))
);
create unique index attempt_one_running on attempt (enrolment_id) where status = 'STARTED';

create table attempt_question (
    attempt_id  uuid   not null references attempt,
    position    int    not null,
    question_id uuid   not null references question,
    option_ids  uuid[] not null,
    primary key (attempt_id, position)
);

create table attempt_answer (
    attempt_id  uuid   not null references attempt,
    question_id uuid   not null references question,
    option_ids  uuid[] not null,
    primary key (attempt_id, question_id)
);
