package org.ninetyten.leadrouting.simulation.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.simulation.FileRows;
import org.ninetyten.messaging.http.ProblemException;

/**
 * A CSV file of leads to simulate with (RFC 4180, UTF-8, a header of column names in any order). An empty cell says
 * nothing. Several needs in one cell are set apart by {@code |}.
 */
final class SimulationCsv implements FileRows {

    private static final String CREATED_AT = "createdAt";
    private static final String PARTNER_ID = "partnerId";
    private static final List<String> COLUMNS = List.of(
            CREATED_AT, "source", "country", "subdivision", "latitude", "longitude", "language", "needs", PARTNER_ID);

    /** In characters; a longer row cannot be told from a quote that was never closed. */
    private static final int LONGEST_ROW = 64 * 1024;

    private static final int LONGEST_NAME_SHOWN = 60;
    private static final byte[] CELL = {0x1f};
    private static final byte[] ROW = {0x1e};

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Validator validator;
    private final MessageDigest digest = sha256();
    private final List<String> header;
    private long line;

    /** Reads the header. */
    SimulationCsv(InputStream body, Validator validator) throws IOException {
        this.validator = validator;
        this.reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .detectBomHeader(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_ROW)
                // Bytes that are no UTF-8 become U+FFFD, which is no value of any column.
                .ofCsvRecord(new InputStreamReader(body, UTF_8));
        this.records = reader.iterator();
        CsvRecord first = record();
        if (first == null) {
            throw ProblemException.invalid("line 1", "must be a header of column names; the file is empty");
        }
        this.header = header(first);
    }

    private static List<String> header(CsvRecord first) {
        List<String> header = new ArrayList<>();
        for (String cell : first.getFields()) {
            String name = cell.strip();
            if (header.isEmpty() && name.startsWith("\uFEFF")) {
                name = name.substring(1);
            }
            if (!COLUMNS.contains(name)) {
                throw ProblemException.invalid(
                        "line 1", "has the column " + shown(name) + "; the columns are " + String.join(", ", COLUMNS));
            }
            if (header.contains(name)) {
                throw ProblemException.invalid("line 1", "has the column " + name + " twice");
            }
            header.add(name);
        }
        if (!header.contains(CREATED_AT)) {
            throw ProblemException.invalid("line 1", "must have the column " + CREATED_AT);
        }
        return List.copyOf(header);
    }

    private static String shown(String name) {
        return "\""
                + name.codePoints()
                        .limit(LONGEST_NAME_SHOWN)
                        .filter(character -> !Character.isISOControl(character))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + "\"";
    }

    @Override
    public @Nullable Row next() throws IOException {
        CsvRecord record = record();
        return record == null ? null : row(record);
    }

    private Row row(CsvRecord record) {
        if (record.getFieldCount() != header.size()) {
            return rejected("row", "has " + record.getFieldCount() + " cells where the header has " + header.size());
        }
        try {
            SimulationRow row = new Cells(record).row();
            return validator.validate(row).stream()
                    .min(Comparator.comparing((ConstraintViolation<?> wrong) -> path(wrong)))
                    .map(wrong -> (Row) rejected(path(wrong), wrong.getMessage()))
                    .orElseGet(row::taken);
        } catch (WrongCell e) {
            return rejected(e.field, e.reason);
        }
    }

    private static String path(ConstraintViolation<?> wrong) {
        return wrong.getPropertyPath().toString();
    }

    private Row.Rejected rejected(String field, String reason) {
        return new Row.Rejected(line, field, reason);
    }

    private @Nullable CsvRecord record() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            for (String cell : record.getFields()) {
                digest.update(cell.getBytes(UTF_8));
                digest.update(CELL);
            }
            digest.update(ROW);
            return record;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw ProblemException.invalid(
                    "line " + (line + 1),
                    "cannot be told from those after it: a quote is not closed, or stands in the middle of a cell, or the"
                            + " row has more than " + LONGEST_ROW + " characters");
        }
    }

    @Override
    public String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public boolean compares() {
        return header.contains(PARTNER_ID);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A cell that is not of its column's kind. */
    private static final class WrongCell extends RuntimeException {

        private final String field;
        private final String reason;

        private WrongCell(String field, String reason) {
            super(field + " " + reason, null, false, false);
            this.field = field;
            this.reason = reason;
        }
    }

    /** The cells of one row. */
    private final class Cells {

        private final CsvRecord record;

        private Cells(CsvRecord record) {
            this.record = record;
        }

        private SimulationRow row() {
            Instant at = value(CREATED_AT, Instant::parse, "must be an instant such as 2026-11-23T09:00:00Z");
            if (at == null) {
                throw new WrongCell(CREATED_AT, "must be there");
            }
            String sources = names(LeadSource.values());
            LeadSource source = value("source", LeadSource::valueOf, "must be one of " + sources);
            Set<IncomePoint> needs =
                    value("needs", Cells::needs, "must be of " + names(IncomePoint.values()) + ", set apart by |");
            return new SimulationRow(
                    at,
                    source == null ? LeadSource.IMPORT : source,
                    text("country"),
                    text("subdivision"),
                    value("latitude", Double::valueOf, "must be a number"),
                    value("longitude", Double::valueOf, "must be a number"),
                    text("language"),
                    needs == null ? Set.of() : needs,
                    value(PARTNER_ID, UUID::fromString, "must be the id of a partner"));
        }

        private static Set<IncomePoint> needs(String cell) {
            Set<IncomePoint> needs = EnumSet.noneOf(IncomePoint.class);
            for (String need : cell.split("\\|", -1)) {
                needs.add(IncomePoint.valueOf(need.strip()));
            }
            return needs;
        }

        private @Nullable String text(String column) {
            int position = header.indexOf(column);
            String cell = position < 0 ? "" : record.getField(position).strip();
            return cell.isEmpty() ? null : cell;
        }

        private <T> @Nullable T value(String column, Function<String, T> read, String otherwise) {
            String cell = text(column);
            try {
                return cell == null ? null : read.apply(cell);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new WrongCell(column, otherwise);
            }
        }

        private static String names(Enum<?>[] constants) {
            return Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
        }
    }
}
