package org.ninetyten.leadrouting.transfer.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Writes objects one by one, as lines of JSON or as rows of a CSV file. */
public final class Lines implements AutoCloseable {

    public static final String CSV = LeadImportResource.CSV;
    public static final String NDJSON = LeadImportResource.NDJSON;

    private static final int BUFFER = 64 * 1024;

    private final Writer writer;
    private final @Nullable CsvWriter csv;
    private final List<String> fields;
    private final ObjectMapper json;

    private Lines(Writer writer, @Nullable CsvWriter csv, List<String> fields, ObjectMapper json) {
        this.writer = writer;
        this.csv = csv;
        this.fields = fields;
        this.json = json;
    }

    /** Whether the caller would rather have CSV than NDJSON. */
    public static boolean wantsCsv(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.isWildcardType() || type.isCompatible(MediaType.valueOf(LeadImportResource.NDJSON))) {
                return false;
            }
            if (type.isCompatible(MediaType.valueOf(LeadImportResource.CSV))) {
                return true;
            }
        }
        return false;
    }

    /** Begins; a CSV file begins with its header. */
    public static Lines to(OutputStream output, boolean asCsv, List<String> fields, ObjectMapper json) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output, UTF_8), BUFFER);
        CsvWriter csv =
                asCsv ? CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer) : null;
        if (csv != null) {
            csv.writeRecord(fields.stream().map(FieldNames::column).toList());
        }
        return new Lines(writer, csv, fields, json);
    }

    /** Writes the next line or row. */
    public void write(Object object) {
        try {
            if (csv == null) {
                writer.write(json.writeValueAsString(object));
                writer.write('\n');
                return;
            }
            JsonNode tree = json.valueToTree(object);
            List<String> cells = new ArrayList<>(fields.size());
            for (String field : fields) {
                cells.add(cell(tree.at("/" + field.replace('.', '/'))));
            }
            csv.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return Cells.harmless(StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining("|")));
        }
        return value.isTextual() ? Cells.harmless(value.asText()) : value.asText();
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            // It has a buffer of its own.
            csv.flush();
        }
        writer.flush();
    }
}
