-- What the partner gets of the licence lines, so that services ÷ licence share needs no look at each line.
alter table split add column partner_licence_minor bigint;
alter table split disable trigger split_is_append_only;
update split s set partner_licence_minor = (
    select coalesce(sum(l.partner_minor) filter (where l.income_point = 'LICENCE'), 0)
    from split_line l where l.split_id = s.id);
alter table split enable trigger split_is_append_only;
alter table split alter column partner_licence_minor set not null;

-- The months in which a customer should buy a second service.
alter table split_plan add column second_service_months integer not null default 12
    check (second_service_months between 1 and 120);
