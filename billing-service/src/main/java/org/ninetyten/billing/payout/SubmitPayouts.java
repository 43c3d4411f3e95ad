package org.ninetyten.billing.payout;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.billing.bank.BankAccount;
import org.ninetyten.billing.bank.BankDetails;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.messaging.http.ProblemException;

/**
 * Puts approved payouts into a file for the bank. The file is made from what is committed, each time it is asked for, and
 * is the same each time: a payout key is stored before any file names it, and a file that got lost is sent again as it was.
 */
@ApplicationScoped
public class SubmitPayouts {

    private final Payouts payouts;
    private final BankDetails bankDetails;
    private final Ledger ledger;
    private final PayoutEvents events;
    private final Audit audit;
    private final PayoutConfig config;
    private final Clock clock;

    SubmitPayouts(
            Payouts payouts,
            BankDetails bankDetails,
            Ledger ledger,
            PayoutEvents events,
            Audit audit,
            PayoutConfig config,
            Clock clock) {
        this.payouts = payouts;
        this.bankDetails = bankDetails;
        this.ledger = ledger;
        this.events = events;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Submits the approved payouts in a currency, oldest first. One whose partner has no usable account any more stays
     * approved.
     *
     * @throws ProblemException 409 when there is none
     */
    @Transactional
    public PayoutBatch submit(Currency currency, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Payout> approved = payouts.lockApproved(currency.getCurrencyCode(), now, config.fileLimit());
        Map<UUID, BankDetails.Opened> accounts =
                bankDetails.usable(approved.stream().map(Payout::partnerId).toList(), currency.getCurrencyCode(), now);
        List<Payout> told = new ArrayList<>();
        List<UUID> details = new ArrayList<>();
        for (Payout payout : approved) {
            BankDetails.Opened account = accounts.get(payout.partnerId());
            if (account != null) {
                told.add(payout);
                details.add(account.detailId());
            }
        }
        if (told.isEmpty()) {
            throw new ProblemException(
                    PayoutProblem.NOTHING_TO_SUBMIT, "No approved payout in " + currency + " has a usable account.");
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        PayoutBatch batch = new PayoutBatch(
                id,
                id.toString().replace("-", ""),
                currency,
                told.size(),
                told.stream().mapToLong(Payout::amountMinor).reduce(0, Math::addExact),
                now,
                by);
        payouts.submit(batch, told.stream().map(Payout::id).toList(), details);
        ledger.postAll(
                told.stream()
                        .map(payout -> PayoutBooking.submitted(payout, now))
                        .toList(),
                now);
        events.submitted(told, now);
        audit.record(by, "payout-batch.submitted", "payout-batch/" + id, null, batch, null);
        return batch;
    }

    /**
     * The file of a batch, ISO 20022 pain.001.001.09.
     *
     * @throws ProblemException 409 once something is known of a payout of it: sent again, the file would pay once more what
     *     failed and was paid by another one
     */
    @Transactional
    public String file(UUID batchId) {
        PayoutBatch batch =
                payouts.batch(batchId).orElseThrow(() -> ProblemException.notFound("payout batch", batchId));
        List<Payout> told = payouts.ofBatch(batchId);
        if (told.stream().anyMatch(payout -> payout.bankStatus() != null || payout.endedAt() != null)) {
            throw new ProblemException(
                    PayoutProblem.BATCH_ANSWERED, "The bank, or a person, has said what became of its payouts.");
        }
        Map<UUID, BankAccount> accounts = bankDetails.open(told.stream()
                .map(Payout::bankDetailId)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList());
        return CreditTransferFile.of(
                batch,
                told,
                accounts,
                BankAccount.ofIban(config.debtorName(), config.debtorIban(), config.debtorBic()));
    }
}
