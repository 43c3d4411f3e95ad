-- The hours that a partner keeps until it says otherwise, and what a calendar must keep to. Versions are never changed.
create table calendar_policy (
    version              integer primary key check (version > 0),
    valid_from           date    not null,
    standard_calendar    jsonb   not null,
    -- A partner that is closed for longer cannot be given any time to answer.
    longest_closure_days integer not null check (longest_closure_days > 0),
    most_holidays        integer not null check (most_holidays > 0)
);

insert into calendar_policy (version, valid_from, standard_calendar, longest_closure_days, most_holidays)
values (1, date '2000-01-01',
        '{"week": [{"day": "MONDAY", "opens": "09:00", "closes": "18:00"},
                   {"day": "TUESDAY", "opens": "09:00", "closes": "18:00"},
                   {"day": "WEDNESDAY", "opens": "09:00", "closes": "18:00"},
                   {"day": "THURSDAY", "opens": "09:00", "closes": "18:00"},
                   {"day": "FRIDAY", "opens": "09:00", "closes": "18:00"}], "holidays": []}',
        60, 400);

alter table partner add column calendar jsonb;
update partner set calendar = (select standard_calendar from calendar_policy where version = 1);
alter table partner alter column calendar set not null;

-- A pause may begin and end by itself, on days of the partner's own calendar. "paused" says whether it lasts now.
alter table partner add column pause_from date;
alter table partner add column pause_until date;
alter table partner add column pause_reason text;
alter table partner add constraint pause_ends_after_it_begins check (pause_from < pause_until);
create index partner_pause_to_follow on partner (id) where pause_from is not null or pause_until is not null;
