-- Who did what in another's name, and why. Append-only.
create table audit_record (
    id uuid primary key,
    happened_at timestamptz not null,
    who text not null,
    what text not null,
    object_id uuid not null,
    before text,
    after text,
    why text,
    correlation_id text not null
);
create index audit_record_of_object on audit_record (object_id, id);
create rule audit_record_no_update as on update to audit_record do instead nothing;
create rule audit_record_no_delete as on delete to audit_record do instead nothing;
