-- How many leads wait at the desk is asked every few seconds.
create index lead_at_desk on lead (changed_at) where status = 'DESK';
