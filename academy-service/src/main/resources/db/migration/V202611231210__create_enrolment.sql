create table enrolment (
    id           uuid        primary key,
    course_id    uuid        not null references course,
    staff_id     uuid        not null,
    partner_id   uuid        not null,
    status       text        not null check (status in ('OPEN', 'COMPLETED')),
    enrolled_at  timestamptz not null,
    completed_at timestamptz,
    revision     bigint      not null
);
create unique index enrolment_one_open on enrolment (course_id, staff_id) where status = 'OPEN';
create index enrolment_of_partner on enrolment (partner_id, id);

create table lesson_completion (
    enrolment_id uuid        not null references enrolment,
    lesson_id    uuid        not null references lesson,
    completed_at timestamptz not null,
    primary key (enrolment_id, lesson_id)
);
