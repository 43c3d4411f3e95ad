-- A version that never became valid can be taken back. It stays in the list, with who took it back and why.
alter table routing_policy
    add column id uuid,
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add column withdrawn_why text,
    add check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null));

-- The audit record names its objects by id.
update routing_policy set id = '019a0000-0000-7000-8000-000000000001' where version = 1;
alter table routing_policy
    alter column id set not null,
    add unique (id);

-- At no instant do two versions begin.
create unique index routing_policy_one_from on routing_policy (valid_from) where withdrawn_at is null;
