-- Who changed what of plans, rates, money and states, with what was before and after, and why. Append-only, for all features.
create table audit_record (
    id             uuid        primary key,
    happened_at    timestamptz not null,
    who            text        not null,
    what           text        not null check (what ~ '^[a-z][a-z0-9.-]{2,79}$'),
    -- What it is about, such as split-plan/2 or accrual/<id>.
    object         text        not null check (length(object) between 3 and 200),
    before         jsonb,
    after          jsonb,
    why            text,
    correlation_id text
);
create index audit_record_of_object on audit_record (object, happened_at, id);
create index audit_record_by_time on audit_record (happened_at, id);

insert into audit_record (id, happened_at, who, what, object, before, after, why, correlation_id)
select gen_random_uuid(), at, who, 'split-plan.written', 'split-plan/' || plan_version, before, after, why, correlation_id
from plan_audit;
drop table plan_audit;

create trigger audit_record_is_append_only before update or delete on audit_record
    for each row execute function refuse_change();
create trigger audit_record_is_not_truncated before truncate on audit_record
    for each statement execute function refuse_change();
