-- The trial that made the lead, by the id that the product gave it.
alter table lead add column trial_external_id text;
