create table staff_member (
    id            uuid primary key,
    partner_id    uuid not null references partner (id),
    external_id   text unique,
    name          text not null,
    email         text not null,
    employed_from date not null,
    employed_to   date check (employed_to >= employed_from)
);

create index staff_member_partner on staff_member (partner_id, id);
