package org.ninetyten.billing.rate;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Files of exchange rates, read while they arrive: our own CSV ({@code date,base,quote,rate}), and the CSV and XML in which
 * the European Central Bank publishes its reference rates (eurofxref: the quote is worth so much of one euro).
 */
final class RateFile {

    /** The name of the source of the European Central Bank's files. */
    static final String ECB = "ECB";

    private static final String EURO = "EUR";
    private static final List<String> OWN_HEADER = List.of("date", "base", "quote", "rate");
    private static final int LONGEST_ROW = 1 << 16;

    private RateFile() {}

    /** A file that can't be read, and where. */
    static final class Unreadable extends RuntimeException {
        private final long line;

        Unreadable(long line, String reason) {
            super(reason);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /**
     * Reads either kind of CSV, which its header tells.
     *
     * @param source who says the rates of our own format
     */
    static void csv(InputStream body, @Nullable String source, Consumer<NewRate> rates) {
        long line = 1;
        try {
            Iterator<CsvRecord> rows = CsvReader.builder()
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_ROW)
                    .ofCsvRecord(new InputStreamReader(body, UTF_8))
                    .iterator();
            if (!rows.hasNext()) {
                throw new Unreadable(1, "The file is empty.");
            }
            List<String> header = stripped(rows.next());
            boolean ecb = header.getFirst().equals("Date");
            if (!ecb && !header.equals(OWN_HEADER)) {
                throw new Unreadable(
                        1, "The header is neither " + String.join(",", OWN_HEADER) + " nor that of eurofxref.");
            }
            if (!ecb && (source == null || source.isBlank())) {
                throw new Unreadable(1, "Say the source of the rates.");
            }
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                line = row.getStartingLineNumber();
                List<String> cells = stripped(row);
                if (ecb) {
                    ecbRow(line, header, cells, rates);
                } else {
                    ownRow(line, String.valueOf(source), cells, rates);
                }
            }
        } catch (CsvParseException e) {
            throw new Unreadable(line + 1, "From here on the rows can't be told apart.");
        }
    }

    private static void ownRow(long line, String source, List<String> cells, Consumer<NewRate> rates) {
        if (cells.size() != OWN_HEADER.size()) {
            throw new Unreadable(line, "The row has " + cells.size() + " cells, not " + OWN_HEADER.size() + ".");
        }
        rates.accept(rate(line, source, cells.get(1), cells.get(2), cells.get(0), cells.get(3)));
    }

    /** A row has a cell for each currency of the header; N/A and an empty one say nothing, and each row ends in a comma. */
    private static void ecbRow(long line, List<String> header, List<String> cells, Consumer<NewRate> rates) {
        for (int i = 1; i < Math.min(header.size(), cells.size()); i++) {
            if (!header.get(i).isEmpty()
                    && !cells.get(i).isEmpty()
                    && !cells.get(i).equals("N/A")) {
                rates.accept(rate(line, ECB, EURO, header.get(i), cells.getFirst(), cells.get(i)));
            }
        }
    }

    /** Reads {@code Cube} elements with a time, and in them those with a currency and a rate. */
    static void xml(InputStream body, Consumer<NewRate> rates) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // Nothing outside of the file is asked for, whatever it says.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        long line = 1;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(body);
            String date = null;
            boolean any = false;
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT
                        || !reader.getLocalName().equals("Cube")) {
                    continue;
                }
                line = reader.getLocation().getLineNumber();
                String time = reader.getAttributeValue(null, "time");
                if (time != null) {
                    date = time;
                }
                String currency = reader.getAttributeValue(null, "currency");
                String rate = reader.getAttributeValue(null, "rate");
                if (currency != null && rate != null) {
                    if (date == null) {
                        throw new Unreadable(line, "A rate comes before any date.");
                    }
                    rates.accept(rate(line, ECB, EURO, currency, date, rate));
                    any = true;
                }
            }
            if (!any) {
                throw new Unreadable(line, "The file has no rates.");
            }
        } catch (XMLStreamException e) {
            throw new Unreadable(
                    Math.max(line, e.getLocation() == null ? 1 : e.getLocation().getLineNumber()),
                    "The file is not XML from here on.");
        }
    }

    private static List<String> stripped(CsvRecord row) {
        List<String> cells = new ArrayList<>();
        row.getFields().forEach(cell -> cells.add(cell.replace("\uFEFF", "").strip()));
        return cells;
    }

    private static NewRate rate(long line, String source, String base, String quote, String date, String rate) {
        try {
            return new NewRate(source, known(base), known(quote), LocalDate.parse(date), new BigDecimal(rate));
        } catch (NumberFormatException e) {
            throw new Unreadable(line, "A rate is not a number.");
        } catch (DateTimeException e) {
            throw new Unreadable(line, "A date is not one such as 2026-11-27.");
        } catch (IllegalArgumentException e) {
            throw new Unreadable(line, String.valueOf(e.getMessage()));
        }
    }

    private static Currency known(String code) {
        try {
            return NewRate.currency(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException((code.length() > 10 ? "A code" : code) + " " + e.getMessage(), e);
        }
    }
}
