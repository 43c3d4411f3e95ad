-- Of a partner's details in one currency one is confirmed; those before it say which took their place, and from when.
alter table bank_detail add column replaced_by uuid references bank_detail;

update bank_detail b set state = 'REPLACED', ended_at = n.usable_from, replaced_by = n.id
  from (select id, lead(id) over same as next, lead(usable_from) over same as next_from from bank_detail
         where state = 'CONFIRMED' window same as (partition by partner_id, currency order by usable_from, id)) o
  join bank_detail n on n.id = o.next
 where b.id = o.id;

create unique index bank_detail_one_confirmed on bank_detail (partner_id, currency) where state = 'CONFIRMED';
alter table bank_detail add check ((state = 'REPLACED') = (replaced_by is not null)),
    add check (state <> 'REPLACED' or ended_at is not null),
    add check (state <> 'CONFIRMED' or ended_at is null);
-- What may be paid into now is looked for among both.
drop index bank_detail_confirmed;
create index bank_detail_served on bank_detail (partner_id, currency, usable_from) where state in ('CONFIRMED', 'REPLACED');
