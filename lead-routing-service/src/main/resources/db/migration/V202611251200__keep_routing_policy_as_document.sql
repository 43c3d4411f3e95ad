-- A version of the policy is one document: a parameter more is no column more, and two versions compare field by field.
alter table routing_policy
    add column name text,
    add column why text,
    add column created_by text,
    add column created_at timestamptz,
    add column document jsonb;

update routing_policy set
    name = 'Defaults',
    why = 'The figures that the platform comes with.',
    created_by = 'migration',
    created_at = valid_from,
    document = jsonb_build_object(
        'scoreWeights', jsonb_build_object(
            'competency', 3500, 'distance', 2000, 'responseRecord', 2000, 'winRate', 1500, 'headroom', 1000),
        'scoreBand', 1500,
        'competency', jsonb_build_object('listed', 5000, 'certified', 7000, 'depth', 3),
        'distanceHalfKm', 100,
        'responsePrior', jsonb_build_object('samples', 5, 'rate', 7000),
        'winPrior', jsonb_build_object('samples', 10, 'rate', 2500),
        'recordDays', 180,
        'turns', 'SHARE',
        'tierWeights', tier_weights,
        'penalty', jsonb_build_object('decline', 500, 'timeOut', 1000, 'floor', 5000),
        'creditClamp', credit_clamp,
        'opening', jsonb_build_object('leads', 3, 'share', 5000),
        'loadWindowDays', 30,
        'shortlist', shortlist,
        'offersBeforeDesk', offers_before_desk,
        'minutesToAnswer', minutes_to_answer,
        'businessHours', jsonb_build_object(
            'days', (select jsonb_agg((array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY',
                                             'SUNDAY'])[day] order by day) from unnest(business_days) as d (day)),
            'opens', to_char(business_opens, 'HH24:MI'),
            'closes', to_char(business_closes, 'HH24:MI')),
        'needsWithCredential', to_jsonb(needs_with_credential),
        'sla', jsonb_build_object(
            'hotSources', jsonb_build_array('ORDER', 'DEMO_REQUEST'), 'firstContactMinutesHot', 60,
            'firstContactMinutes', 240, 'nudgeDays', 14, 'warnDays', 21, 'recallDays', 30));

alter table routing_policy
    alter column name set not null,
    alter column why set not null,
    alter column created_by set not null,
    alter column created_at set not null,
    alter column document set not null,
    drop column shortlist,
    drop column credit_clamp,
    drop column offers_before_desk,
    drop column tier_weights,
    drop column minutes_to_answer,
    drop column business_days,
    drop column business_opens,
    drop column business_closes,
    drop column needs_with_credential;
