-- Few deals are split a second time. That a revision is the latest is found by those few, not by all.
create index split_corrected on split (deal_id, revision) where revision > 1;

-- How many services the customer pays for, so that second services are counted without a look at each line.
alter table split add column paid_services integer;
alter table split disable trigger split_is_append_only;
update split s set paid_services = (
    select count(*) from split_line l
    where l.split_id = s.id and l.income_point <> 'LICENCE' and l.net_minor > 0);
alter table split enable trigger split_is_append_only;
alter table split alter column paid_services set not null;
