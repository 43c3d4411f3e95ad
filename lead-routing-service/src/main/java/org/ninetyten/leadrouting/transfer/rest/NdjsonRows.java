package org.ninetyten.leadrouting.transfer.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.security.MessageDigest;
import org.ninetyten.leadrouting.lead.rest.ReadLead;
import org.ninetyten.leadrouting.transfer.LeadRows;

/** A file with one lead as a JSON object on each line, in the form of the REST endpoint. */
final class NdjsonRows implements LeadRows {

    /** Of a line, in characters. */
    static final int LONGEST_ROW = 1 << 20;

    private static final byte[] ROW = {0x1e};

    private final Reader reader;
    private final char[] buffer = new char[16 * 1024];
    private final ObjectMapper json;
    private final ReadLead readLead;
    private final Defaults defaults;
    private final StringBuilder text = new StringBuilder();
    private int start;
    private int end;
    private long line;
    private boolean tooLong;

    NdjsonRows(InputStream body, Defaults defaults, ObjectMapper json, ReadLead readLead) {
        this.reader = new InputStreamReader(body, UTF_8);
        this.defaults = defaults;
        this.json = json;
        this.readLead = readLead;
    }

    @Override
    public boolean next() throws IOException {
        do {
            if (!nextLine()) {
                return false;
            }
        } while (!tooLong && text.toString().isBlank());
        return true;
    }

    /** Never keeps more than the longest row, however long a line is. */
    private boolean nextLine() throws IOException {
        text.setLength(0);
        tooLong = false;
        boolean any = false;
        while (true) {
            if (start == end) {
                end = reader.read(buffer);
                start = 0;
                if (end < 0) {
                    end = 0;
                    if (any) {
                        line++;
                    }
                    return any;
                }
            }
            any = true;
            int stop = start;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            if (text.length() + stop - start > LONGEST_ROW) {
                tooLong = true;
            } else {
                text.append(buffer, start, stop - start);
            }
            start = Math.min(stop + 1, end);
            if (stop < end) {
                line++;
                return true;
            }
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void addPreambleTo(MessageDigest digest) {
        defaults.addTo(digest);
    }

    @Override
    public void addTo(MessageDigest digest) {
        digest.update(text.toString().getBytes(UTF_8));
        digest.update(ROW);
    }

    @Override
    public Row read() {
        if (tooLong) {
            return Row.rejected(line, "row", "has more than " + LONGEST_ROW + " characters");
        }
        if (text.indexOf("\uFFFD") >= 0) {
            return Row.rejected(line, "row", "is not UTF-8");
        }
        JsonNode lead;
        try {
            lead = json.readTree(text.toString());
        } catch (JsonProcessingException e) {
            return Row.rejected(line, "row", "is not valid JSON");
        }
        if (lead instanceof ObjectNode object) {
            if (object.has("customerId") || object.has("trap")) {
                return Row.rejected(line, object.has("trap") ? "trap" : "customerId", "is not a known field");
            }
            defaults.addTo(object);
        }
        return Rows.row(line, readLead.read(lead), false);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
