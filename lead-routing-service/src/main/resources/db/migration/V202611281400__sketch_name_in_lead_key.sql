-- What of a company's name stands beside its keys, so that names that cannot be alike are passed over without reading their
-- leads: how many letter triples it has, and a bit for each. Null for all other keys, and for names from before.
alter table lead_key
    add column name_triples smallint,
    add column name_bits bigint;
