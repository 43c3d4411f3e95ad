-- The work on a lead is also asked for after it has ended, of which the unique index of live work says nothing.
create index lead_work_of_lead on lead_work (lead_id, accepted_at);
