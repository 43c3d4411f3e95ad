-- What happened between a partner and its leads, by day: what its score, its load and its quota are made of. Counted in
-- the transaction in which it happens; all of it can be counted anew from offers and deals.
create table partner_day (
    partner_id uuid not null,
    -- In UTC.
    day date not null,
    offered int not null default 0 check (offered >= 0),
    accepted int not null default 0 check (accepted >= 0),
    declined int not null default 0 check (declined >= 0),
    timed_out int not null default 0 check (timed_out >= 0),
    won int not null default 0 check (won >= 0),
    lost int not null default 0 check (lost >= 0),
    primary key (partner_id, day)
);

-- From when to when a partner could not be offered leads: it was not active, or on pause. On both days it could.
create table partner_absence (
    partner_id uuid not null,
    gone_on date not null,
    back_on date check (back_on >= gone_on),
    primary key (partner_id, gone_on)
);
create unique index partner_absence_one_open on partner_absence (partner_id) where back_on is null;

-- All the offers that the partner ever had: its first ones are guaranteed.
alter table partner_turn add column offers int not null default 0 check (offers >= 0);

-- Counts everything anew. Nobody is offered a lead meanwhile.
create function count_partner_days_anew() returns void language sql as $$
    lock table partner_turn in exclusive mode;
    delete from partner_day;
    insert into partner_day (partner_id, day, offered, accepted, declined, timed_out, won, lost)
    select partner_id, (at at time zone 'UTC')::date,
           count(*) filter (where what = 'OFFERED'), count(*) filter (where what = 'ACCEPTED'),
           count(*) filter (where what = 'DECLINED'), count(*) filter (where what = 'EXPIRED'),
           count(*) filter (where what = 'WON'), count(*) filter (where what = 'LOST')
      from (select partner_id, offered_at as at, 'OFFERED' as what from offer
             union all
            select partner_id, answered_at, state from offer where state <> 'PENDING'
             union all
            -- A deal that was refunded since was won all the same.
            select partner_id, coalesce(closed_at, changed_at), case status when 'LOST' then 'LOST' else 'WON' end
              from deal where status not in ('OPEN', 'PROPOSED')) happened
     group by 1, 2;
    update partner_turn t set offers = coalesce((select count(*) from offer o where o.partner_id = t.partner_id), 0);
$$;
select count_partner_days_anew();

-- The stored decision names everything that decided about a candidate, so that it can be made again.
alter table routing_decision
    add column row_before text[] not null default '{}',
    add column row_score int[] not null default '{}',
    add column row_load int[] not null default '{}',
    add column row_opening int[] not null default '{}',
    add column row_in_band boolean[] not null default '{}';
comment on column routing_decision.row_score is 'Six for each row: competency, distance, response, wins, headroom, total';

-- Weights are in ten-thousandths from now on.
update routing_decision set row_weight = (select coalesce(array_agg(weight * 10000 order by place), '{}')
                                            from unnest(row_weight) with ordinality as w (weight, place));
update routing_decision set
    row_before = array_fill(null::text, array[cardinality(row_partner)]),
    row_score = array_fill(0, array[6 * cardinality(row_partner)]),
    row_load = array_fill(0, array[cardinality(row_partner)]),
    row_opening = array_fill(0, array[cardinality(row_partner)]),
    row_in_band = (select array_agg(failed is null and step = 'TURN' order by place)
                     from unnest(row_failed) with ordinality as f (failed, place))
 where cardinality(row_partner) > 0;
