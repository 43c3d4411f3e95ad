-- Events that are committed and not yet acknowledged by Kafka.
create table outbox (
    position    bigint generated always as identity primary key,
    event_id    uuid        not null unique,
    topic       text        not null,
    message_key text        not null,
    type        text        not null,
    -- JSON as it goes on the wire. Text, not jsonb: nothing queries it, and the relay need not print it again.
    payload     text,
    -- Only for dead letters whose bytes are no text.
    raw_payload bytea,
    -- What comes on top of the envelope; for a forwarded message all headers it has.
    headers     text        not null default '{}',
    forwarded   boolean     not null default false,
    occurred_at timestamptz not null,
    attempts    integer     not null default 0,
    -- Until then neither this row nor another one of its topic and key is sent; infinity while parked.
    retry_at    timestamptz,
    parked_at   timestamptz,
    park_reason text,
    constraint outbox_one_payload check (payload is null or raw_payload is null),
    constraint outbox_parked_rows_wait check (parked_at is null or retry_at = 'infinity')
);

create index outbox_blocked on outbox (topic, message_key) where retry_at is not null;

-- Rows live for milliseconds: clean up by count, not by share of a table that is usually empty.
alter table outbox set (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_cost_delay = 0
);

-- For operators: lets a parked row, and with it the later rows of its key, go again.
create function outbox_release(released uuid) returns boolean
    language sql as
$$
    update outbox
    set parked_at = null, park_reason = null, retry_at = null, attempts = 0
    where event_id = released and parked_at is not null
    returning true;
$$;

-- Which consumer has seen which event.
create table inbox (
    event_id     uuid        not null,
    consumer     text        not null,
    topic        text        not null,
    status       text        not null check (status in ('APPLIED', 'DEAD_LETTERED')),
    received_at  timestamptz not null,
    delete_after timestamptz not null,
    primary key (event_id, consumer)
);

-- Rows arrive in this order, so a block range index finds the old ones at almost no cost.
create index inbox_delete_after on inbox using brin (delete_after);
