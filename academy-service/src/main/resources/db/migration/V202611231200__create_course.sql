-- A course version is immutable once published; its rows are then only read.
create table course (
    id              uuid        primary key,
    code            text        not null,
    locale          text        not null,
    version         int         not null check (version > 0),
    title           text        not null,
    competency      text        not null,
    level           text        not null check (level in ('BASIC', 'SPECIALIST', 'EXPERT')),
    validity_months int         check (validity_months > 0),
    status          text        not null check (status in ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
    pass_percent    int         check (pass_percent between 1 and 100),
    minutes         int         check (minutes > 0),
    draw            int         check (draw > 0),
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    published_at    timestamptz,
    revision        bigint      not null,
    unique (code, locale, version)
);
create unique index course_one_draft on course (code, locale) where status = 'DRAFT';
create unique index course_one_published on course (code, locale) where status = 'PUBLISHED';

create table lesson (
    id        uuid primary key,
    course_id uuid not null references course,
    position  int  not null,
    title     text not null,
    markdown  text not null,
    unique (course_id, position)
);

create table question (
    id        uuid primary key,
    course_id uuid not null references course,
    position  int  not null,
    text      text not null,
    kind      text not null check (kind in ('SINGLE', 'MULTIPLE')),
    tag       text
);
create index question_of_course on question (course_id, position);

create table answer_option (
    question_id uuid    not null references question on delete cascade,
    position    int     not null,
    id          uuid    not null,
    text        text    not null,
    correct     boolean not null,
    primary key (question_id, position)
);

-- The figures of the exam rules. What was decided under a version stays so.
create table exam_policy (
    version        int   primary key,
    valid_from     date  not null unique,
    pass_percent   int   not null check (pass_percent between 1 and 100),
    attempts       int   not null check (attempts > 0),
    cool_down_days int[] not null check (cardinality(cool_down_days) > 0)
);
insert into exam_policy (version, valid_from, pass_percent, attempts, cool_down_days)
values (1, date '2000-01-01', 75, 3, '{1,7,30}');
