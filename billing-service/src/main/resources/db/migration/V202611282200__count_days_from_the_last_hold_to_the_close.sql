-- A month is closed so many days after the last hold of its lines has ended, which the split plans say. Whole months were
-- another reckoning: January's last lines were held still when February was over. Versions that asked for a longer wait than
-- the default keep it.
alter table statement_policy add column close_after_days integer not null default 1 check (close_after_days between 1 and 90);
alter table statement_policy disable trigger statement_policy_is_append_only;
update statement_policy set close_after_days = least(90, 1 + 30 * (close_after_months - 1)) where close_after_months > 1;
alter table statement_policy enable trigger statement_policy_is_append_only;
alter table statement_policy alter column close_after_days drop default;
alter table statement_policy drop column close_after_months;

-- The last statement of a partner is the one that was issued last, whatever month it is of.
create index statement_by_turn on statement (partner_id, currency, issued_at, id);
