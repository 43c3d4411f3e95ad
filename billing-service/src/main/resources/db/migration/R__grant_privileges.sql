-- Runs at every start (${flyway:timestamp}), after all other migrations. The role that migrates owns the tables; the role that
-- serves may do with a row what no trigger refuses: append-only tables can only be added to, an accrual can't be deleted.
-- Where both are one role (a developer's machine), the triggers alone refuse: an owner's revoked privileges are the owner's
-- to grant again.
do $$
declare
    service text := '${service-role}';
    item record;
begin
    if service in ('', current_user) then
        return;
    end if;
    execute format('grant usage on schema public to %I', service);
    execute format('grant usage, select on all sequences in schema public to %I', service);
    for item in
        with refused as (
            -- Bits of tgtype: 8 delete, 16 update. A trigger with a condition refuses some changes and not all.
            select t.tgrelid as id, bool_or(t.tgtype & 16 > 0) as updates, bool_or(t.tgtype & 8 > 0) as deletes
            from pg_trigger t join pg_proc f on f.oid = t.tgfoid
            where f.proname = 'refuse_change' and t.tgqual is null group by t.tgrelid)
        select c.oid::regclass as name, c.relkind in ('v', 'm') or c.relname = 'flyway_schema_history' as read_only,
            coalesce(r.updates, false) as no_updates, coalesce(r.deletes, false) as no_deletes
        from pg_class c left join refused r on r.id = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    loop
        execute format('grant select on %s to %I', item.name, service);
        if item.read_only then
            continue;
        end if;
        execute format('grant insert on %s to %I', item.name, service);
        execute format(case when item.no_updates then 'revoke update on %s from %I' else 'grant update on %s to %I' end,
            item.name, service);
        execute format(case when item.no_deletes then 'revoke delete on %s from %I' else 'grant delete on %s to %I' end,
            item.name, service);
    end loop;
end
$$;
