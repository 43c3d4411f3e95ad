-- Read model of partner.partner: where a partner stands, as of the highest version that was heard of. One that has left is
-- paid however little is due.
create table partner_standing (
    partner_id  uuid        primary key,
    version     bigint      not null,
    -- In partner-service's words, which may grow.
    status      text        not null,
    since       timestamptz not null,
    received_at timestamptz not null
);
