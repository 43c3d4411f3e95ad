-- A small number for each partner that is named in a decision; it outlives the partner.
create table partner_number (
    number int generated always as identity primary key,
    partner_id uuid not null unique
);
insert into partner_number (partner_id)
select distinct partner_id from (select unnest(row_partner) as partner_id from routing_decision) r order by 1;

-- The rows of a decision as bytes; routing.Trace says how. What is stored already is written anew in the plainest way that
-- the form allows.
create function packed(value bigint) returns bytea language plpgsql immutable as $$
declare
    -- As the unsigned number that Java makes of it; numeric, since it may have 64 bits.
    left_over numeric := case when value >= 0 then value::numeric * 2 else -value::numeric * 2 - 1 end;
    bytes bytea := '';
begin
    while left_over >= 128 loop
        bytes := bytes || set_byte('\x00'::bytea, 0, (left_over % 128)::int + 128);
        left_over := div(left_over, 128);
    end loop;
    return bytes || set_byte('\x00'::bytea, 0, left_over::int);
end $$;

create function packed_each(numbers bigint[]) returns bytea language sql immutable as $$
    select case when cardinality(numbers) = 0 then ''::bytea
                else '\x01'::bytea || (select string_agg(packed(n), ''::bytea order by place)
                                         from unnest(numbers) with ordinality as u (n, place)) end
$$;

create function packed_score(scores int[], part int) returns bytea language sql immutable as $$
    select packed_each(coalesce((select array_agg(score::bigint order by place)
                                   from unnest(scores) with ordinality as s (score, place)
                                  where (place - 1) % 6 = part), '{}'))
$$;

create function code_of(codes text[], names text[]) returns bytea language sql immutable as $$
    select packed_each(coalesce((select array_agg(coalesce(array_position(codes, name), 0)::bigint order by place)
                                   from unnest(names) with ordinality as n (name, place)), '{}'))
$$;

create table compact_decision (
    id uuid not null,
    lead_id uuid not null references lead (id),
    partner_id uuid,
    decided_at timestamptz not null,
    policy_version int not null,
    step text not null,
    trace bytea not null,
    decided_by text,
    why text,
    -- Decisions are asked for by their lead; an index of the id alone would be a tenth of the table.
    primary key (lead_id, id)
);

insert into compact_decision (id, lead_id, partner_id, decided_at, policy_version, step, decided_by, why, trace)
select d.id, d.lead_id, d.partner_id, d.decided_at, d.policy_version, d.step, d.decided_by, d.why,
       packed(1) || packed(cardinality(row_partner))
       || packed_each(coalesce((select array_agg(n.number::bigint order by p.place)
                                  from unnest(row_partner) with ordinality as p (id, place)
                                  join partner_number n on n.partner_id = p.id), '{}'))
       || code_of('{PARTNER_OF_RECORD,CUSTOMERS_CHOICE,HOST_PARTNER,TURN,DESK,NOBODY,PROTECTION,CAMPAIGN_PARTNER,OPENING}',
                  row_before)
       || code_of(f.filters, row_failed)
       || packed_each(row_km::bigint[])
       || packed_score(row_score, 0) || packed_score(row_score, 1) || packed_score(row_score, 2)
       || packed_score(row_score, 3) || packed_score(row_score, 4) || packed_score(row_score, 5)
       || packed_each(row_weight::bigint[])
       || packed_each(row_credit_before)
       || packed_each(coalesce((select array_agg(a - b order by place)
                                  from unnest(row_credit_before, row_credit_after) with ordinality as c (b, a, place)),
                               '{}'))
       || packed_each(coalesce((select array_agg(case when at is null then 0 when at > decided_at then w else w + 1 end
                                                 order by place)
                                  from unnest(row_waiting_since) with ordinality as t (at, place),
                                       lateral (select (extract(epoch from decided_at - at) * 1000000)::bigint as w) m),
                               '{}'))
       || packed_each(row_load::bigint[])
       || packed_each(row_opening::bigint[])
       || packed_each(row_in_band::int[]::bigint[])
       || packed((select count(*) from jsonb_object_keys(failed)))
       || coalesce((select string_agg(packed(array_position(f.filters, key)) || packed(value::bigint), ''::bytea)
                      from jsonb_each_text(failed)), '')
  from routing_decision d,
       (select '{NOT_ACTIVE,NO_RIGHT_TO_SELL,LANGUAGE,SERVICE,CREDENTIAL,PAUSED,CALENDAR,AT_CAPACITY,REFUSED_BEFORE,OVER_QUOTA}'
                   ::text[] as filters) f;

drop table routing_decision;
alter table compact_decision rename to routing_decision;
alter index compact_decision_pkey rename to routing_decision_pkey;
alter table routing_decision rename constraint compact_decision_lead_id_fkey to routing_decision_lead_id_fkey;
drop function packed_score, packed_each, code_of, packed;
