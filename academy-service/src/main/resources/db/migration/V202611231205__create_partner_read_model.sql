-- Fed by partner.partner; can be dropped and refilled from the topic.
create table partner (
    partner_id uuid   primary key,
    version    bigint not null,
    status     text   not null
);

create table employment (
    partner_id    uuid not null,
    staff_id      uuid not null,
    employed_from date,
    employed_to   date,
    primary key (staff_id, partner_id)
);
