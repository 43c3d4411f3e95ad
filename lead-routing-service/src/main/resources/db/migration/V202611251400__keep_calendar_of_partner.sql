-- The partner's own hours and holidays; null where it keeps those of the routing policy.
alter table partner add column calendar jsonb;
-- The part of the world that the partner belongs to. Events from before this column do not fill it.
alter table partner add column if not exists region text;
