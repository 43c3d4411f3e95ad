-- What the lead was worth, as each side sees it after the work.
create table lead_feedback (
    lead_id uuid not null references lead (id),
    side text not null,
    code text not null,
    note text,
    given_by text not null,
    given_at timestamptz not null,
    changed_at timestamptz not null,
    -- Copied from the lead: the share of bad leads is counted by them at every feedback.
    source text not null,
    campaign text not null,
    primary key (lead_id, side)
);
create index lead_feedback_of_source on lead_feedback (source, campaign, given_at);

-- Sources whose leads turned out bad too often. A row stays when the source is resumed: feedback from before that no
-- longer counts against it.
create table lead_source (
    source text not null,
    -- Empty for leads without a campaign.
    campaign text not null,
    paused_since timestamptz,
    -- Of so many judged leads so many were bad when the source was paused.
    judged int not null,
    bad int not null,
    policy_version int not null,
    resumed_at timestamptz,
    resumed_by text,
    resumed_why text,
    primary key (source, campaign)
);
