-- Read model of the partners, fed by partner.partner; it can be dropped and refilled.
CREATE TABLE host_partner (
    partner_id uuid PRIMARY KEY,
    version    bigint       NOT NULL,
    legal_name varchar(300) NOT NULL,
    status     varchar(20)  NOT NULL,
    tier       varchar(20)  NOT NULL
);
