package org.ninetyten.leadrouting.registration;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ninetyten.leadrouting.database.Database;

/** Looks up, in one round trip, what partners have of a customer for a product. */
@ApplicationScoped
@Transactional(MANDATORY)
class Claims {

    /** How many leads under one key are looked at, newest first: a department store's domain has thousands. */
    private static final int LEADS_PER_KEY = 200;

    private static final String QUERY = """
            with known as materialized (
                select l.id, l.customer_id, l.partner_id, l.status, l.product
                  from (select r.lead_id
                          from unnest(?::uuid[]) as k (key)
                         cross join lateral (select lead_id from lead_key where key = k.key
                                              order by captured_at desc limit ?) r
                        union
                        select unnest(?::uuid[])) as found
                  join lead l on l.id = found.lead_id
                 where l.status <> 'SPAM'),
            mine as materialized (
                select customer_id from known
                union
                select customer_id from customer_key where key = any(?))
            select 'PARTNER_OF_RECORD' as kind, c.partner_of_record as partner_id, c.id as customer_id
              from mine join customer c on c.id = mine.customer_id where c.partner_of_record is not null
            union all
            select 'PROTECTION', p.partner_id, p.customer_id
              from mine join protection p on p.customer_id = mine.customer_id
             where lower(p.product) = ? and p.state = 'LIVE' and p.expires_at > ?
            union all
            select case when d.registration_id is null then 'OPEN_DEAL' else 'UNPROTECTED_DEAL' end, d.partner_id,
                   d.customer_id
              from mine join deal d on d.customer_id = mine.customer_id
             where lower(d.product) = ? and d.status in ('OPEN', 'PROPOSED')
            union all
            select 'OPEN_LEAD', partner_id, customer_id from known
             where lower(product) = ? and partner_id is not null
               and status in ('OFFERED', 'ACCEPTED', 'CONTACTED', 'WORKING')
            union all
            select 'CONFLICT', r.partner_id, r.customer_id
              from mine join deal_registration r on r.customer_id = mine.customer_id
             where lower(r.product) = ? and r.state = 'CONFLICT'""";

    private final Database database;

    Claims(Database database) {
        this.database = database;
    }

    /** Claims on customers with one of these keys. */
    List<Claim> byKeys(Collection<UUID> keys, String product, Instant now) {
        return find(keys, List.of(), product, now);
    }

    /** Claims on the customers of these leads. */
    List<Claim> byLeads(Collection<UUID> leads, String product, Instant now) {
        return leads.isEmpty() ? List.of() : find(List.of(), leads, product, now);
    }

    private List<Claim> find(Collection<UUID> keys, Collection<UUID> leads, String product, Instant now) {
        String same = product.toLowerCase(Locale.ROOT);
        return database.query(
                QUERY,
                Claims::claim,
                Database.array("uuid", keys),
                LEADS_PER_KEY,
                Database.array("uuid", leads),
                Database.array("uuid", keys),
                same,
                now,
                same,
                same,
                same);
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                ClaimKind.valueOf(row.getString("kind")),
                Database.id(row, "partner_id"),
                Database.id(row, "customer_id"));
    }
}
