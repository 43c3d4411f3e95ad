-- Serves reports and previews of a period. Country, region and customer are read from the row.
create index split_by_date on split (invoice_date, deal_id);
create index split_by_customer on split (customer_id, invoice_date) where customer_id is not null;
