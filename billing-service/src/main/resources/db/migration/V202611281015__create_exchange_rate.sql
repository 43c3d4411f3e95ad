-- One base is worth so many quote on a day, by a source. A corrected rate is a further row; what was converted by the old
-- one says so by its id.
create table exchange_rate (
    id          uuid           primary key,
    source      text           not null check (length(source) between 1 and 50),
    base        char(3)        not null,
    quote       char(3)        not null,
    on_date     date           not null,
    rate        numeric(24,12) not null check (rate > 0),
    imported_at timestamptz    not null,
    imported_by text           not null,
    check (base <> quote)
);
create index exchange_rate_by_pair on exchange_rate (base, quote, on_date desc, imported_at desc, id desc);
create index exchange_rate_by_date on exchange_rate (on_date desc, id desc);

create trigger exchange_rate_is_append_only before update or delete on exchange_rate
    for each row execute function refuse_change();
create trigger exchange_rate_is_not_truncated before truncate on exchange_rate
    for each statement execute function refuse_change();
