-- Who decided what about money, and why. Append-only.
CREATE TABLE audit_entry (
    id             uuid PRIMARY KEY,
    at             timestamptz  NOT NULL,
    who            varchar(200) NOT NULL,
    action         varchar(60)  NOT NULL,
    subject        varchar(60)  NOT NULL,
    subject_id     uuid         NOT NULL,
    before         jsonb,
    after          jsonb        NOT NULL,
    why            varchar(2000),
    correlation_id varchar(200)
);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, at);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit entries are append-only';
END
$$;
CREATE TRIGGER audit_entry_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
