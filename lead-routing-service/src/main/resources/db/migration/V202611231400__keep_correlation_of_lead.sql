-- The request or event that brought the lead: whatever is decided about it later is published under the same id.
alter table lead add column correlation_id text;
