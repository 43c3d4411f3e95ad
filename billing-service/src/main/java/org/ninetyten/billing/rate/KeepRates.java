package org.ninetyten.billing.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.math.BigDecimal;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.messaging.http.ProblemException;

/** Keeps exchange rates, one or a file of them. What was converted by earlier ones stays so. */
@ApplicationScoped
public class KeepRates {

    private static final int AT_ONCE = 5000;

    private final ExchangeRates rates;
    private final Audit audit;
    private final Clock clock;

    KeepRates(ExchangeRates rates, Audit audit, Clock clock) {
        this.rates = rates;
        this.audit = audit;
        this.clock = clock;
    }

    /** The kinds of file. */
    public enum Format {
        CSV,
        XML
    }

    /**
     * What a file brought.
     *
     * @param added rates that were not known, or are others now
     * @param unchanged rates that were known as they are
     */
    public record Imported(
            long added,
            long unchanged,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            String sha256) {}

    private record Kept(BigDecimal rate) {}

    /**
     * Keeps one rate.
     *
     * @throws ProblemException 400 when its day is still to come
     */
    @Transactional
    public ExchangeRate keep(NewRate rate, String why, String by) {
        Instant now = clock.instant();
        if (rate.on().isAfter(latestDay(now))) {
            throw ProblemException.invalid("on", "lies in the future");
        }
        @Nullable
        ExchangeRate before =
                rates.latest(rate.base(), rate.quote(), rate.on(), 0).orElse(null);
        rates.add(List.of(rate), by, now);
        ExchangeRate after =
                rates.latest(rate.base(), rate.quote(), rate.on(), 0).orElseThrow();
        audit.record(
                by,
                "exchange-rate.kept",
                "exchange-rate/" + rate.base() + "-" + rate.quote() + "/" + rate.on(),
                before == null ? null : new Kept(before.rate()),
                new Kept(rate.rate()),
                why);
        return after;
    }

    /**
     * Keeps the rates of a file, all or none. The same file again changes nothing.
     *
     * @param source who says the rates, where the format doesn't
     * @throws ProblemException 400 with the line that can't be read
     */
    @Transactional
    public Imported importFile(InputStream body, Format format, @Nullable String source, String by) {
        Instant now = clock.instant();
        DigestInputStream digested = new DigestInputStream(body, sha256());
        Tally tally = new Tally(by, now);
        try {
            switch (format) {
                case CSV -> RateFile.csv(digested, source, tally);
                case XML -> RateFile.xml(digested, tally);
            }
        } catch (RateFile.Unreadable e) {
            throw ProblemException.invalid("line " + e.line(), String.valueOf(e.getMessage()));
        }
        tally.flush();
        Imported imported = new Imported(
                tally.added,
                tally.seen - tally.added,
                tally.first,
                tally.last,
                HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        audit.record(by, "exchange-rates.imported", "exchange-rates/file", null, imported, null);
        return imported;
    }

    /** Nowhere on Earth is it a later day. */
    private static LocalDate latestDay(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what a file says in portions and counts it. */
    private final class Tally implements Consumer<NewRate> {
        private final String by;
        private final Instant now;
        private final List<NewRate> waiting = new ArrayList<>();
        private long seen;
        private long added;
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        Tally(String by, Instant now) {
            this.by = by;
            this.now = now;
        }

        @Override
        public void accept(NewRate rate) {
            if (rate.on().isAfter(latestDay(now))) {
                throw ProblemException.invalid("date", rate.on() + " lies in the future");
            }
            first = first == null || rate.on().isBefore(first) ? rate.on() : first;
            last = last == null || rate.on().isAfter(last) ? rate.on() : last;
            seen++;
            waiting.add(rate);
            if (waiting.size() == AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                added += rates.add(waiting, by, now);
                waiting.clear();
            }
        }
    }
}
