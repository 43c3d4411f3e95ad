-- Campaigns that partners run: a lead that names one goes to its partner first.
create table partner_campaign (
    id uuid primary key,
    campaign text not null,
    partner_id uuid not null,
    started_at timestamptz not null,
    started_by text not null,
    ended_at timestamptz,
    ended_by text,
    check ((ended_at is null) = (ended_by is null))
);
-- A campaign is one partner's at a time, however it is spelled.
create unique index partner_campaign_one_live on partner_campaign (lower(campaign)) where ended_at is null;
