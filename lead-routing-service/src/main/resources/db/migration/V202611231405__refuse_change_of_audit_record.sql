-- A change that is passed over in silence looks like one that was made. It is refused instead.
drop rule audit_record_no_update on audit_record;
drop rule audit_record_no_delete on audit_record;

create function refuse_change_of_audit_record() returns trigger language plpgsql as $$
begin
    raise exception 'audit_record is append-only';
end
$$;

create trigger audit_record_is_append_only
    before update or delete or truncate on audit_record
    for each statement execute function refuse_change_of_audit_record();
