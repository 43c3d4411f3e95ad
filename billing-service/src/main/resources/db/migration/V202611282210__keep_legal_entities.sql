-- Finance keeps the companies of the vendor over the API. Code and prefix are those of numbers that were given, so they stay.
alter table legal_entity add column country char(2) check (country ~ '^[A-Z]{2}$');
alter table legal_entity add column version integer not null default 1 check (version > 0);

-- Days on which the people of the company don't work, beside Saturday and Sunday: they don't count for deadlines in working days.
create table legal_entity_holiday (
    legal_entity text not null references legal_entity,
    day          date not null,
    name         text not null check (length(name) between 1 and 100),
    primary key (legal_entity, day)
);

-- A statement says for ever by whom it was issued, whatever the company is called later.
alter table statement add column legal_entity_name text;
update statement s set legal_entity_name = (select name from legal_entity e where e.code = s.legal_entity);
alter table statement alter column legal_entity_name set not null;
create trigger statement_issuer_is_fixed before update on statement for each row
    when (old.legal_entity_name is distinct from new.legal_entity_name) execute function refuse_change();

create trigger legal_entity_numbers_are_fixed before update on legal_entity for each row
    when (row (old.code, old.number_prefix) is distinct from row (new.code, new.number_prefix)) execute function refuse_change();
create trigger legal_entity_is_not_deleted before delete on legal_entity
    for each row execute function refuse_change();
create trigger legal_entity_is_not_truncated before truncate on legal_entity
    for each statement execute function refuse_change();
