-- Who changed what, when and why. Append-only: the database itself refuses anything else.
create table audit_record (
    id             uuid        primary key,
    recorded_at    timestamptz not null,
    who            text        not null,
    action         text        not null,
    subject_type   text        not null,
    subject_id     uuid        not null,
    partner_id     uuid,
    before         jsonb,
    after          jsonb,
    why            text,
    correlation_id text
);

create index audit_record_subject on audit_record (subject_type, subject_id, recorded_at);
create index audit_record_partner on audit_record (partner_id, recorded_at);

create function refuse_change_of_audit_record() returns trigger language plpgsql as $$
begin
    raise exception 'audit_record is append-only';
end
$$;

create trigger audit_record_is_append_only
    before update or delete or truncate on audit_record
    for each statement execute function refuse_change_of_audit_record();
