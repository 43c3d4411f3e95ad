-- The answers to requests with an Idempotency-Key, written in the transaction of their effect.
create table idempotency_key (
    client       text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       smallint    not null,
    headers      jsonb       not null,
    body         text,
    created_at   timestamptz not null,
    primary key (client, key)
);

create index idempotency_key_created_at on idempotency_key (created_at);
