package org.ninetyten.billing.payout;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxWriteParams;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GenericFinancialIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.ninetyten.billing.bank.BankAccount;

/**
 * Writes payouts as a customer credit transfer, ISO 20022 pain.001.001.09. The same payouts make the same file. Names are
 * as the banks of the accounts know them; in a file in euros they are written in the letters that all of them take.
 */
final class CreditTransferFile {

    private static final Currency EURO = Currency.getInstance("EUR");

    private CreditTransferFile() {}

    static String of(PayoutBatch batch, List<Payout> payouts, Map<UUID, BankAccount> accounts, BankAccount debtor) {
        String count = String.valueOf(batch.payouts());
        UnaryOperator<String> name =
                batch.currency().equals(EURO) ? new SepaText()::name : CreditTransferFile::withinOneUnit;
        BigDecimal total = amount(batch.totalMinor(), batch.currency());
        PaymentInstruction30 payment = new PaymentInstruction30()
                .setPmtInfId(batch.messageId())
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setNbOfTxs(count)
                .setCtrlSum(total)
                .setReqdExctnDt(new DateAndDateTime2Choice()
                        .setDt(batch.submittedAt().atOffset(ZoneOffset.UTC).toLocalDate()))
                .setDbtr(new PartyIdentification135().setNm(name.apply(debtor.holder())))
                .setDbtrAcct(account(debtor))
                .setDbtrAgt(agent(debtor));
        for (Payout payout : payouts) {
            BankAccount account = Objects.requireNonNull(
                    accounts.get(Objects.requireNonNull(payout.bankDetailId())), "a told payout has an account");
            CreditTransferTransaction34 transfer = new CreditTransferTransaction34()
                    .setPmtId(new PaymentIdentification6()
                            .setInstrId(payout.endToEndId())
                            .setEndToEndId(payout.endToEndId()))
                    .setAmt(new AmountType4Choice()
                            .setInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                    .setCcy(payout.currency().getCurrencyCode())
                                    .setValue(amount(payout.amountMinor(), payout.currency()))))
                    .setCdtr(new PartyIdentification135().setNm(name.apply(account.holder())))
                    .setCdtrAcct(account(account))
                    .setRmtInf(new RemittanceInformation16().addUstrd("Payout " + payout.id()));
            if (account.bic() != null) {
                transfer.setCdtrAgt(agent(account));
            }
            payment.addCdtTrfTxInf(transfer);
        }
        MxPain00100109 file = new MxPain00100109()
                .setCstmrCdtTrfInitn(new CustomerCreditTransferInitiationV09()
                        .setGrpHdr(new GroupHeader85()
                                .setMsgId(batch.messageId())
                                .setCreDtTm(batch.submittedAt()
                                        .atOffset(ZoneOffset.UTC)
                                        .truncatedTo(ChronoUnit.SECONDS))
                                .setNbOfTxs(count)
                                .setCtrlSum(total)
                                .setInitgPty(new PartyIdentification135().setNm(name.apply(debtor.holder()))))
                        .addPmtInf(payment));
        MxWriteParams plain = new MxWriteParams();
        // Banks read prefixes, but not all of their tools do.
        plain.prefix = null;
        return file.document(plain);
    }

    /** The library writes a sign of two UTF-16 units, such as an emoji, as two that no XML may hold. */
    private static String withinOneUnit(String name) {
        StringBuilder within = new StringBuilder();
        name.codePoints().forEach(sign -> within.append(Character.isBmpCodePoint(sign) ? (char) sign : '.'));
        return within.toString();
    }

    private static BigDecimal amount(long minor, Currency currency) {
        return BigDecimal.valueOf(minor).movePointLeft(currency.getDefaultFractionDigits());
    }

    private static CashAccount38 account(BankAccount account) {
        AccountIdentification4Choice id = new AccountIdentification4Choice();
        if (account.iban() != null) {
            id.setIBAN(account.iban());
        } else {
            id.setOthr(new GenericAccountIdentification1().setId(account.number()));
        }
        return new CashAccount38().setId(id);
    }

    private static BranchAndFinancialInstitutionIdentification6 agent(BankAccount account) {
        FinancialInstitutionIdentification18 bank = new FinancialInstitutionIdentification18();
        if (account.bic() == null) {
            // The debtor's bank must be named; where it is known by its accounts alone, so the standard says it.
            bank.setOthr(new GenericFinancialIdentification1().setId("NOTPROVIDED"));
        } else {
            bank.setBICFI(account.bic());
        }
        return new BranchAndFinancialInstitutionIdentification6().setFinInstnId(bank);
    }
}
