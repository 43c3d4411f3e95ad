package org.ninetyten.billing.payout;

import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.AccountNotification17;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** Reads what a bank answers: payment status reports (pain.002.001.10) and debit notifications (camt.054.001.08). */
final class BankAnswers {

    private static final Set<String> SETTLED = Set.of("ACSC", "ACCC");
    private static final String REJECTED = "RJCT";
    /** Duplicates of a payment, message, instruction or key, in ISO 20022's external status reasons. */
    private static final Set<String> DUPLICATE = Set.of("AM05", "DU01", "DU02", "DU03", "DU04", "DU05");

    private BankAnswers() {}

    /** What an answer says of a payment. */
    enum Verdict {
        SETTLED,
        REJECTED,
        /** The bank is at it. */
        UNDER_WAY,
        /** The bank has taken the payment already, from a file that was sent twice. Of the first one it says nothing. */
        REPEATED,
        /** Money came back after it had been settled. */
        RETURNED
    }

    /**
     * One answer.
     *
     * @param endToEndId the payment, or nothing when all of a batch are meant
     * @param batchMessageId the batch that is meant, when no payment is
     * @param amount what was debited, if the answer says so
     */
    record Answer(
            @Nullable String endToEndId,
            @Nullable String batchMessageId,
            Verdict verdict,
            String status,
            @Nullable String reason,
            @Nullable BigDecimal amount,
            @Nullable String currency) {}

    /** A file, read. */
    record Read(String kind, @Nullable String messageId, List<Answer> answers) {}

    /**
     * Reads a file.
     *
     * @throws ProblemException 400 when it is neither of the two
     */
    static Read read(String xml) {
        if (xml.contains(MxPain00200110.NAMESPACE)) {
            MxPain00200110 report = MxPain00200110.parse(xml);
            if (report != null && report.getCstmrPmtStsRpt() != null) {
                return statusReport(report.getCstmrPmtStsRpt());
            }
        } else if (xml.contains(MxCamt05400108.NAMESPACE)) {
            MxCamt05400108 notification = MxCamt05400108.parse(xml);
            if (notification != null && notification.getBkToCstmrDbtCdtNtfctn() != null) {
                return notification(notification);
            }
        }
        throw ProblemException.invalid("body", "must be an ISO 20022 pain.002.001.10 or camt.054.001.08 document");
    }

    private static Read statusReport(CustomerPaymentStatusReportV10 report) {
        List<Answer> answers = new ArrayList<>();
        String original = report.getOrgnlGrpInfAndSts() == null
                ? null
                : report.getOrgnlGrpInfAndSts().getOrgnlMsgId();
        for (OriginalPaymentInstruction32 instruction : report.getOrgnlPmtInfAndSts()) {
            for (PaymentTransaction105 transaction : instruction.getTxInfAndSts()) {
                String status = transaction.getTxSts() == null ? instruction.getPmtInfSts() : transaction.getTxSts();
                answers.add(answer(transaction.getOrgnlEndToEndId(), null, status, reason(transaction.getStsRsnInf())));
            }
            if (instruction.getTxInfAndSts().isEmpty() && instruction.getPmtInfSts() != null) {
                // Each batch is one payment instruction, whose id is the message's.
                answers.add(answer(
                        null,
                        instruction.getOrgnlPmtInfId(),
                        instruction.getPmtInfSts(),
                        reason(instruction.getStsRsnInf())));
            }
        }
        String ofGroup = report.getOrgnlGrpInfAndSts() == null
                ? null
                : report.getOrgnlGrpInfAndSts().getGrpSts();
        if (answers.isEmpty() && ofGroup != null) {
            answers.add(answer(
                    null,
                    original,
                    ofGroup,
                    reason(report.getOrgnlGrpInfAndSts().getStsRsnInf())));
        }
        return new Read(
                "pain.002",
                report.getGrpHdr() == null ? null : report.getGrpHdr().getMsgId(),
                answers);
    }

    private static Answer answer(
            @Nullable String endToEndId,
            @Nullable String batchMessageId,
            @Nullable String status,
            @Nullable String reason) {
        String code = status == null ? "" : status;
        Verdict verdict = Verdict.UNDER_WAY;
        if (SETTLED.contains(code)) {
            verdict = Verdict.SETTLED;
        } else if (REJECTED.equals(code)) {
            verdict = reason != null && DUPLICATE.contains(reason) ? Verdict.REPEATED : Verdict.REJECTED;
        }
        return new Answer(endToEndId, batchMessageId, verdict, code, reason, null, null);
    }

    private static @Nullable String reason(List<StatusReasonInformation12> reasons) {
        for (StatusReasonInformation12 reason : reasons) {
            if (reason.getRsn() != null) {
                return reason.getRsn().getCd() == null
                        ? reason.getRsn().getPrtry()
                        : reason.getRsn().getCd();
            }
        }
        return null;
    }

    private static Read notification(MxCamt05400108 file) {
        List<Answer> answers = new ArrayList<>();
        for (AccountNotification17 account : file.getBkToCstmrDbtCdtNtfctn().getNtfctn()) {
            for (ReportEntry10 entry : account.getNtry()) {
                boolean booked =
                        entry.getSts() == null || !"PDNG".equals(entry.getSts().getCd());
                List<EntryTransaction10> transactions = entry.getNtryDtls().stream()
                        .flatMap(details -> details.getTxDtls().stream())
                        .toList();
                for (EntryTransaction10 transaction : transactions) {
                    answers.add(answer(entry, transaction, booked, transactions.size() == 1));
                }
                if (transactions.isEmpty() && booked) {
                    // It names no payment: for a person.
                    answers.add(new Answer(null, null, Verdict.UNDER_WAY, "BOOK", null, null, null));
                }
            }
        }
        return new Read(
                "camt.054",
                file.getBkToCstmrDbtCdtNtfctn().getGrpHdr() == null
                        ? null
                        : file.getBkToCstmrDbtCdtNtfctn().getGrpHdr().getMsgId(),
                answers);
    }

    /** An entry of several payments has the sum of them all, which is not that of each. */
    private static Answer answer(ReportEntry10 entry, EntryTransaction10 transaction, boolean booked, boolean alone) {
        CreditDebitCode side = transaction.getCdtDbtInd() == null ? entry.getCdtDbtInd() : transaction.getCdtDbtInd();
        ActiveOrHistoricCurrencyAndAmount amount =
                transaction.getAmt() == null && alone ? entry.getAmt() : transaction.getAmt();
        Verdict verdict = Verdict.UNDER_WAY;
        if (booked) {
            verdict = side == CreditDebitCode.DBIT ? Verdict.SETTLED : Verdict.RETURNED;
        }
        String reason =
                transaction.getRtrInf() == null || transaction.getRtrInf().getRsn() == null
                        ? null
                        : transaction.getRtrInf().getRsn().getCd();
        return new Answer(
                transaction.getRefs() == null ? null : transaction.getRefs().getEndToEndId(),
                null,
                verdict,
                booked ? "BOOK" : "PDNG",
                reason,
                amount == null ? null : amount.getValue(),
                amount == null ? null : amount.getCcy());
    }
}
