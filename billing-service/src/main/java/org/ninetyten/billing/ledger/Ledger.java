package org.ninetyten.billing.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ninetyten.billing.database.Database;

/** Books entries. What is booked is never changed. */
@ApplicationScoped
public class Ledger {

    /** Longer than any transaction lives. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

    private static final int MOST_REMEMBERED = 100_000;

    private final Database database;
    private final Map<Account, UUID> opened = new ConcurrentHashMap<>();

    Ledger(Database database) {
        this.database = database;
    }

    /** Books an entry in the caller's transaction, with all its postings. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(JournalEntry entry, Instant postedAt) {
        postAll(List.of(entry), postedAt);
    }

    /**
     * Books entries in the caller's transaction, in a number of statements that does not grow with them: all or none. The
     * database checks each at the end of the statement: it sums to zero, its accounts exist, it is booked once.
     *
     * @throws IllegalArgumentException when an entry has nothing to book
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void postAll(List<JournalEntry> entries, Instant postedAt) {
        if (entries.isEmpty()) {
            return;
        }
        for (JournalEntry entry : entries) {
            if (entry.isEmpty()) {
                throw new IllegalArgumentException(entry.kind() + " " + entry.reference() + " has nothing to book");
            }
        }
        Map<Account, UUID> accounts = idsOf(
                entries.stream()
                        .flatMap(entry -> entry.postings().stream())
                        .map(Posting::account)
                        .distinct()
                        .toList(),
                postedAt);
        int count = entries.stream().mapToInt(entry -> entry.postings().size()).sum();
        UUID[] entryIds = new UUID[count];
        Integer[] lines = new Integer[count];
        UUID[] accountIds = new UUID[count];
        String[] currencies = new String[count];
        Long[] amounts = new Long[count];
        int i = 0;
        for (JournalEntry entry : entries) {
            int line = 1;
            for (Posting posting : entry.postings()) {
                entryIds[i] = entry.id();
                lines[i] = line++;
                accountIds[i] = accounts.get(posting.account());
                currencies[i] = posting.account().currency().getCurrencyCode();
                amounts[i++] = posting.amountMinor();
            }
        }
        database.update(
                """
                with entry as (
                    insert into journal_entry (id, kind, reference, revision, effective, posted_at, description)
                    select id, kind, reference, revision, effective::date, ?, description
                    from unnest(?, ?, ?, ?, ?, ?) as e (id, kind, reference, revision, effective, description))
                insert into posting (entry_id, line, account_id, currency, amount_minor, posted_at)
                select entry_id, line, account_id, currency, amount_minor, ?
                from unnest(?, ?, ?, ?, ?) as p (entry_id, line, account_id, currency, amount_minor)""",
                postedAt,
                entries.stream().map(JournalEntry::id).toArray(UUID[]::new),
                entries.stream().map(entry -> entry.kind().name()).toArray(String[]::new),
                entries.stream().map(JournalEntry::reference).toArray(UUID[]::new),
                entries.stream().map(JournalEntry::revision).toArray(Integer[]::new),
                entries.stream().map(entry -> entry.effective().toString()).toArray(String[]::new),
                entries.stream().map(JournalEntry::description).toArray(String[]::new),
                postedAt,
                entryIds,
                lines,
                accountIds,
                currencies,
                amounts);
    }

    private Map<Account, UUID> idsOf(List<Account> accounts, Instant now) {
        Map<Account, UUID> ids = new HashMap<>();
        List<Account> unknown = new ArrayList<>();
        for (Account account : accounts) {
            UUID id = opened.get(account);
            if (id == null) {
                unknown.add(account);
            } else {
                ids.put(account, id);
            }
        }
        if (!unknown.isEmpty()) {
            Map<Account, UUID> found = find(unknown, now);
            if (found.size() < unknown.size()) {
                open(
                        unknown.stream()
                                .filter(account -> !found.containsKey(account))
                                .toList(),
                        now);
                // A second look, since another transaction may have opened them meanwhile.
                found.putAll(find(unknown, now));
            }
            ids.putAll(found);
        }
        return ids;
    }

    private Map<Account, UUID> find(List<Account> accounts, Instant now) {
        Map<String, Account> byCode = new HashMap<>();
        accounts.forEach(account -> byCode.put(account.code(), account));
        Map<Account, UUID> found = new HashMap<>();
        Instant settled = now.minus(LONGEST_TRANSACTION);
        database.query(
                "select code, id, created_at from account where code = any(?)",
                row -> {
                    Account account = byCode.get(row.getString("code"));
                    UUID id = row.getObject("id", UUID.class);
                    if (account != null && Database.instant(row, "created_at").isBefore(settled)) {
                        remember(account, id);
                    }
                    return found.put(account, id);
                },
                (Object) byCode.keySet().toArray(String[]::new));
        return found;
    }

    /** An account never changes or goes; one that is older than any transaction is not undone either. */
    private void remember(Account account, UUID id) {
        if (opened.size() >= MOST_REMEMBERED) {
            opened.clear();
        }
        opened.put(account, id);
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
