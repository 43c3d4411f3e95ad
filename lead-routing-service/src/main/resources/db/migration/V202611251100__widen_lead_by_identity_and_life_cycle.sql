alter table lead
    add column company_website text,
    add column tax_id text,
    add column portal_id text,
    add column campaign text,
    add column form text,
    add column message text,
    add column consent_version text,
    add column consent_text text,
    -- Null for leads without consent, and for those from before it was kept.
    add column consent_at timestamptz,
    -- The lead that this one says the same as.
    add column merged_into uuid references lead (id),
    -- The rule by which a lead was taken for spam.
    add column spam_rule text,
    -- Why a person has to look at the lead before it is routed.
    add column review_reasons text[],
    add column lost_reason text,
    add column nurture_until date,
    add column woken_at timestamptz,
    -- Offers from before the lead was last woken up: they are no part of the present round.
    add column earlier_offers int not null default 0,
    -- Who made the last move and why, where that is not plain from the offer; valid only while moved_at = changed_at.
    add column moved_by text,
    add column moved_why text,
    add column moved_at timestamptz;
create index lead_merged_into on lead (merged_into) where merged_into is not null;
create index lead_to_wake on lead (nurture_until) where status = 'NURTURE';

-- Where a lead went. The first move, out of RECEIVED, is the lead's own row; ROUTING to OFFERED is the row of the offer:
-- the two that happen to every lead are not written twice.
create table lead_move (
    lead_id uuid not null references lead (id),
    position bigint generated always as identity,
    moved_at timestamptz not null,
    from_status text not null,
    to_status text not null,
    who text,
    why text,
    primary key (lead_id, position)
);

-- In the database and not in the code: whoever changes a status, by whatever statement, leaves its trace.
create function keep_lead_moves() returns trigger language plpgsql as $$
begin
    insert into lead_move (lead_id, moved_at, from_status, to_status, who, why)
    select n.id, n.changed_at, o.status, n.status,
           case when n.moved_at = n.changed_at then n.moved_by end,
           case when n.moved_at = n.changed_at then n.moved_why end
      from new_rows n join old_rows o on o.id = n.id
     where n.status <> o.status and not (o.status = 'ROUTING' and n.status = 'OFFERED');
    return null;
end
$$;
create trigger lead_moves_are_kept
    after update on lead
    referencing old table as old_rows new table as new_rows
    for each statement execute function keep_lead_moves();

create function refuse_change_of_history() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;
create trigger lead_move_is_append_only
    before update or delete or truncate on lead_move
    for each statement execute function refuse_change_of_history();
