-- A partner that lets a lead lie loses the customer with it.
alter table partner_of_record_move drop constraint partner_of_record_move_cause_check;
alter table partner_of_record_move add constraint partner_of_record_move_cause_check
    check (cause in ('MOVED', 'CUSTOMERS_WISH', 'CONFLICT', 'LAPSED', 'RECALLED'));
