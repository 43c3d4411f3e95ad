package org.ninetyten.leadrouting.transfer.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.rest.ReadLead;
import org.ninetyten.leadrouting.transfer.LeadRows;

/**
 * A CSV file of leads (RFC 4180, UTF-8, a header of column names in any order). An empty cell says nothing. Several needs
 * in one cell are set apart by {@code |}. An apostrophe before one of {@code = + - @}, as the export writes it, is no part of
 * the text.
 */
final class CsvRows implements LeadRows {

    /** Of a row, in characters; a longer one cannot be told from a quote that was never closed. */
    static final int LONGEST_ROW = 4 << 20;

    private static final byte[] CELL = {0x1f};
    private static final byte[] ROW = {0x1e};
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    /** Fields of a lead that a file cannot have: ids of this service, and the trap of a form. */
    private static final Set<String> NOT_IN_FILES = Set.of("customerId", "trap");

    private static final Map<String, Column> COLUMNS = ReadLead.fields().entrySet().stream()
            .filter(field -> !NOT_IN_FILES.contains(field.getKey()))
            .map(field -> Column.of(field.getKey(), field.getValue()))
            .collect(Collectors.toUnmodifiableMap(Column::name, column -> column));

    /** A column and the field that it stands for. */
    private record Column(String name, @Nullable String parent, String field, ReadLead.Content content) {

        static Column of(String path, ReadLead.Content content) {
            int dot = path.indexOf('.');
            return dot < 0
                    ? new Column(path, null, path, content)
                    : new Column(FieldNames.column(path), path.substring(0, dot), path.substring(dot + 1), content);
        }
    }

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final ReadLead readLead;
    private final Defaults defaults;
    private final List<Column> columns;
    private @Nullable CsvRecord current;

    /** Reads the header. */
    CsvRows(InputStream body, Defaults defaults, ReadLead readLead) throws IOException {
        this.readLead = readLead;
        this.defaults = defaults;
        this.reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .detectBomHeader(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_ROW)
                // Bytes that are no UTF-8 become U+FFFD, by which their row is known.
                .ofCsvRecord(new InputStreamReader(body, UTF_8));
        this.records = reader.iterator();
        if (!next()) {
            throw new Unreadable(1, "The file is empty; it needs a header of column names.");
        }
        this.columns = header(row());
    }

    private static List<Column> header(CsvRecord header) {
        List<Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : header.getFields()) {
            String name = cell.strip();
            if (columns.isEmpty() && name.startsWith("\uFEFF")) {
                name = name.substring(1);
            }
            Column column = COLUMNS.get(name);
            if (column == null) {
                throw new Unreadable(
                        1,
                        "There is no column " + shown(name) + ". The columns are "
                                + COLUMNS.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
            if (!seen.add(name)) {
                throw new Unreadable(1, "The column " + name + " is there twice.");
            }
            columns.add(column);
        }
        return columns;
    }

    private static String shown(String name) {
        String readable = name.codePoints()
                .limit(60)
                .filter(character -> !Character.isISOControl(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "\"" + readable + "\"";
    }

    @Override
    public boolean next() throws IOException {
        try {
            if (!records.hasNext()) {
                return false;
            }
            current = records.next();
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    /** The library says in its own words what is wrong; ours do not change with its version. */
    private Unreadable broken(CsvParseException e) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io
                    && !String.valueOf(io.getMessage()).contains("buffer")) {
                throw io;
            }
        }
        return new Unreadable(
                current == null ? 1 : current.getStartingLineNumber() + 1,
                "From here on the rows cannot be told apart: a quote is not closed, or stands in the middle of a cell,"
                        + " or a row has more than " + LONGEST_ROW + " characters.");
    }

    @Override
    public long line() {
        return row().getStartingLineNumber();
    }

    @Override
    public void addPreambleTo(MessageDigest digest) {
        defaults.addTo(digest);
        columns.forEach(column -> digest.update((column.name() + "\n").getBytes(UTF_8)));
    }

    @Override
    public void addTo(MessageDigest digest) {
        row().getFields().forEach(cell -> {
            digest.update(cell.getBytes(UTF_8));
            digest.update(CELL);
        });
        digest.update(ROW);
    }

    @Override
    public Row read() {
        CsvRecord row = row();
        if (row.getFieldCount() != columns.size()) {
            return Row.rejected(
                    line(), "row", "has " + row.getFieldCount() + " cells where the header has " + columns.size());
        }
        ObjectNode lead = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.getField(i);
            if (cell.isEmpty()) {
                continue;
            }
            Column column = columns.get(i);
            if (cell.indexOf('\uFFFD') >= 0) {
                return Row.rejected(line(), column.name(), "is not UTF-8");
            }
            put(column.parent() == null ? lead : lead.withObjectProperty(column.parent()), column, cell);
        }
        defaults.addTo(lead);
        return Rows.row(line(), readLead.read(lead), true);
    }

    private static void put(ObjectNode object, Column column, String cell) {
        switch (column.content()) {
            case NUMBER -> {
                if (NUMBER.matcher(cell).matches()) {
                    object.put(column.field(), new BigDecimal(cell));
                } else {
                    object.put(column.field(), cell);
                }
            }
            case TRUTH -> {
                if (cell.equals("true") || cell.equals("false")) {
                    object.put(column.field(), cell.equals("true"));
                } else {
                    object.put(column.field(), cell);
                }
            }
            case LIST -> {
                ArrayNode list = object.putArray(column.field());
                Arrays.stream(cell.split("\\|", -1)).map(String::strip).forEach(list::add);
            }
            case TEXT -> object.put(column.field(), Cells.original(cell));
        }
    }

    private CsvRecord row() {
        return Objects.requireNonNull(current);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
