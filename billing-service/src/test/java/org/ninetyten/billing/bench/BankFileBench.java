package org.ninetyten.billing.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.payout.TakeBankFile;

/**
 * How long it takes to settle the payouts of a whole file: {@code -Dtest=BankFileBench -Dbench.answers=10000}. Not
 * part of a build.
 */
@QuarkusTest
@TestProfile(PostingBench.WithoutRelay.class)
class BankFileBench {

    @Inject
    TakeBankFile take;

    private final int answers = Books.setting("answers", 10_000);

    @Test
    void measures() throws SQLException {
        try (Books books = Books.open()) {
            for (int run = 1; run <= 4; run++) {
                told(books, run);
                String file = settling(run);
                long start = System.nanoTime();
                int applied = take.take(file, "bench").applied();
                System.out.printf(
                        "%d answers of a bank file taken in %d ms%s%n",
                        applied, (System.nanoTime() - start) / 1_000_000, run == 1 ? " (cold)" : "");
                assertEquals(answers, applied);
                books.require(
                        "settled payouts of the run",
                        answers,
                        "select count(*) from payout where state = 'SETTLED' and batch_id = '" + key(run, 0) + "'");
                books.require("entries", (long) answers * run, """
                        select count(*) from journal_entry where kind = 'PAYOUT_SETTLED'""");
                books.require("paid lines", (long) answers * run, "select count(*) from accrual where state = 'PAID'");
            }
        }
    }

    /** Payouts of one line each that the bank was told of. */
    private void told(Books books, int run) throws SQLException {
        String batch = key(run, 0).toString();
        books.run("set session_replication_role = replica");
        books.run("""
                insert into payout_run (id, started_at, started_by, state) values ('%1$s', now(), 'bench', 'DONE');
                insert into payout_batch (id, message_id, currency, payouts, total_minor, submitted_at, submitted_by)
                    values ('%1$s', '%1$s', 'EUR', %3$d, %3$d, now(), 'bench');
                insert into payout (id, run_id, partner_id, currency, amount_minor, policy_version, approvals, forced, state,
                    drafted_at, drafted_by, batch_id, bank_detail_id, submitted_at)
                select ('00000000-0000-7000-%2$s-' || lpad(to_hex(i), 12, '0'))::uuid, '%1$s', uuidv7(), 'EUR', 10000 + i, 1, 1,
                    false, 'SUBMITTED', now(), 'bench', '%1$s', '%1$s', now() from generate_series(1, %3$d) i;
                insert into accrual (id, partner_id, kind, deal_id, line_id, income_point, invoice_date, currency,
                    amount_minor, posted_at, state, state_since)
                select p.id, p.partner_id, 'SALE', p.id, p.id, 'LICENCE', current_date, 'EUR', p.amount_minor, now(),
                    'PAYING', now() from payout p where p.batch_id = '%1$s';
                insert into payout_line (payout_id, accrual_id, amount_minor)
                select id, id, amount_minor from payout where batch_id = '%1$s'""".formatted(batch, "%04x".formatted(run), answers));
        books.run("set session_replication_role = origin");
        for (String table : new String[] {"payout", "payout_line", "accrual"}) {
            books.run("vacuum analyze " + table);
        }
    }

    private String settling(int run) {
        return """
               <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
               <GrpHdr><MsgId>%d</MsgId><CreDtTm>2026-11-28T10:00:00Z</CreDtTm></GrpHdr><Ntfctn><Id>1</Id>%s</Ntfctn>
               </BkToCstmrDbtCdtNtfctn></Document>""".formatted(
                run,
                IntStream.rangeClosed(1, answers)
                        .mapToObj(i -> """
                                               <Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                                               <NtryDtls><TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs><Amt Ccy="EUR">%d.%02d</Amt>
                                               </TxDtls></NtryDtls></Ntry>""".formatted(
                                key(run, i).toString().replace("-", ""), (10_000 + i) / 100, (10_000 + i) % 100))
                        .collect(Collectors.joining()));
    }

    private static UUID key(int run, int number) {
        return UUID.fromString("00000000-0000-7000-%04x-%012x".formatted(run, number));
    }
}
