create table audit_record (
    id             uuid        primary key,
    at             timestamptz not null,
    who            text        not null,
    action         text        not null,
    object_type    text        not null,
    object_id      text        not null,
    before         text,
    after          text,
    why            text,
    correlation_id text
);
create index audit_record_of_object on audit_record (object_type, object_id, at);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'audit records are append-only';
end
$$;
create trigger audit_record_is_append_only
    before update or delete or truncate on audit_record
    for each statement execute function refuse_change_of_audit();
