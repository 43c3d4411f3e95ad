-- Simulations ask whose campaign it was when a lead came, ended or not.
create index partner_campaign_by_name on partner_campaign (lower(campaign), started_at);
