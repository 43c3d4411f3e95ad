package org.ninetyten.billing.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.billing.database.Database;

/** Books entries. What is booked is never changed. */
@ApplicationScoped
public class Ledger {

    private final Database database;

    Ledger(Database database) {
        this.database = database;
    }

    /** Books an entry in the caller's transaction, all its postings with one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(JournalEntry entry, Instant postedAt) {
        if (entry.isEmpty()) {
            throw new IllegalArgumentException(entry.kind() + " " + entry.reference() + " has nothing to book");
        }
        Map<String, UUID> accounts =
                idsOf(entry.postings().stream().map(Posting::account).toList(), postedAt);
        int count = entry.postings().size();
        UUID[] ids = new UUID[count];
        String[] currencies = new String[count];
        Long[] amounts = new Long[count];
        for (int i = 0; i < count; i++) {
            Posting posting = entry.postings().get(i);
            ids[i] = accounts.get(posting.account().code());
            currencies[i] = posting.account().currency().getCurrencyCode();
            amounts[i] = posting.amountMinor();
        }
        database.update(
                """
                with entry as (
                    insert into journal_entry (id, kind, reference, revision, effective, posted_at, description)
                    values (?, ?, ?, ?, ?, ?, ?) returning id, posted_at)
                insert into posting (entry_id, line, account_id, currency, amount_minor, posted_at)
                select entry.id, line, account_id, currency, amount_minor, entry.posted_at
                from entry, unnest(?, ?, ?) with ordinality as p (account_id, currency, amount_minor, line)""",
                entry.id(),
                entry.kind().name(),
                entry.reference(),
                entry.revision(),
                entry.effective(),
                postedAt,
                entry.description(),
                ids,
                currencies,
                amounts);
    }

    private Map<String, UUID> idsOf(List<Account> accounts, Instant now) {
        String[] codes = accounts.stream().map(Account::code).distinct().toArray(String[]::new);
        Map<String, UUID> known = find(codes);
        if (known.size() < codes.length) {
            List<Account> missing = accounts.stream()
                    .filter(account -> !known.containsKey(account.code()))
                    .toList();
            open(missing, now);
            // A second look, since another transaction may have opened them meanwhile.
            return find(codes);
        }
        return known;
    }

    private Map<String, UUID> find(String[] codes) {
        Map<String, UUID> found = new HashMap<>();
        database.query(
                "select code, id from account where code = any(?)",
                row -> found.put(row.getString("code"), row.getObject("id", UUID.class)),
                (Object) codes);
        return found;
    }

    private void open(List<Account> accounts, Instant now) {
        // In one order always: two transactions that open the same accounts must not wait for each other in a ring.
        List<Account> ordered = accounts.stream()
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
        database.update(
                """
                insert into account (id, code, type, partner_id, currency, created_at)
                select id, code, type, partner_id, currency, ?
                from unnest(?, ?, ?, ?, ?) with ordinality as a (id, code, type, partner_id, currency, n) order by n
                on conflict do nothing""",
                now,
                ordered.stream()
                        .map(account -> UuidCreator.getTimeOrderedEpoch())
                        .toArray(UUID[]::new),
                ordered.stream().map(Account::code).toArray(String[]::new),
                ordered.stream().map(account -> account.type().name()).toArray(String[]::new),
                ordered.stream().map(Account::partnerId).toArray(UUID[]::new),
                ordered.stream()
                        .map(account -> account.currency().getCurrencyCode())
                        .toArray(String[]::new));
    }
}
