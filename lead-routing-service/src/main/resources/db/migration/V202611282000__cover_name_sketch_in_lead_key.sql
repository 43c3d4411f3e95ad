-- The names under a key are compared by their sketch alone, for each incoming lead with hundreds of others: with the sketch
-- in the index, that reads no page of the table.
alter table lead_key
    drop constraint lead_key_pkey,
    add primary key (key, captured_at, lead_id) include (name_triples, name_bits);

-- The index answers alone only for pages that a vacuum has seen. Rows are added and never changed, so it has little to do.
alter table lead_key set (
    autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 50000
);
