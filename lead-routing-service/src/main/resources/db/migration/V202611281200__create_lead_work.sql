-- What a partner does with a lead that it accepted, and by when it must. One row for each acceptance.
create table lead_work (
    offer_id uuid primary key references offer (id),
    lead_id uuid not null references lead (id),
    partner_id uuid not null,
    -- The version that the partner accepted under: its times stay so.
    policy_version int not null,
    accepted_at timestamptz not null,
    contact_by timestamptz not null,
    contacted_at timestamptz,
    -- When the partner was told what. Told before the last news is as good as not told.
    overdue_at timestamptz,
    nudged_at timestamptz,
    warned_at timestamptz,
    stalled_at timestamptz,
    last_news_at timestamptz not null,
    -- When to look again: never later than the next step is due, so that news need not compute anything.
    look_at timestamptz,
    ended_at timestamptz
);
create unique index lead_work_one_live on lead_work (lead_id) where ended_at is null;
create index lead_work_to_look_at on lead_work (look_at) where look_at is not null;
create index lead_work_of_partner on lead_work (partner_id, accepted_at);
create index lead_work_by_time on lead_work using brin (accepted_at);
-- What the desk sees: contacts that are late, and leads of which nothing was heard since the partner was nudged.
create index lead_work_contact_late on lead_work (contact_by) where contacted_at is null and ended_at is null;
create index lead_work_silent on lead_work (last_news_at) where ended_at is null and nudged_at >= last_news_at;

-- What the partner tells of the work. Never sent on: it may name people.
create table lead_note (
    id uuid primary key,
    lead_id uuid not null references lead (id),
    partner_id uuid not null,
    noted_at timestamptz not null,
    noted_by text not null,
    note text not null
);
create index lead_note_of_lead on lead_note (lead_id, id);

-- A move of the lead is news of the work, whichever statement made it.
create function follow_lead_with_work() returns trigger language plpgsql as $$
begin
    update lead_work set
        contacted_at = case when new.status in ('CONTACTED', 'WORKING') then coalesce(contacted_at, new.changed_at)
                            else contacted_at end,
        last_news_at = greatest(last_news_at, new.changed_at),
        ended_at = case when new.status not in ('CONTACTED', 'WORKING') then new.changed_at end,
        look_at = case when new.status in ('CONTACTED', 'WORKING') then coalesce(look_at, new.changed_at) end
     where lead_id = new.id and ended_at is null;
    return null;
end
$$;
create trigger lead_is_followed_by_work
    after update of status on lead
    for each row when (old.status in ('ACCEPTED', 'CONTACTED', 'WORKING') and new.status <> old.status)
    execute function follow_lead_with_work();

-- Leads that are being worked on already: nobody is told of a late first contact of before this was watched.
insert into lead_work (offer_id, lead_id, partner_id, policy_version, accepted_at, contact_by, contacted_at, overdue_at,
    last_news_at, look_at)
select o.id, l.id, o.partner_id, o.policy_version, o.answered_at, o.answered_at + interval '1 day',
       case when l.status <> 'ACCEPTED' then l.changed_at end, l.changed_at, l.changed_at, l.changed_at
  from lead l join offer o on o.lead_id = l.id and o.partner_id = l.partner_id and o.state = 'ACCEPTED'
 where l.status in ('ACCEPTED', 'CONTACTED', 'WORKING');

-- How long the partner took, in minutes of its business time; nothing for offers that timed out.
alter table offer add column answer_minutes int check (answer_minutes >= 0);
create index offer_by_time on offer using brin (offered_at);

-- Why the lead came to the desk the last time.
alter table lead add column desk_reason text;
update lead set desk_reason = case when offers - earlier_offers >= 3 then 'OFFERS_USED_UP' else 'NO_CANDIDATE' end
 where status = 'DESK';
create index lead_in_review on lead (changed_at) where status = 'REVIEW';
