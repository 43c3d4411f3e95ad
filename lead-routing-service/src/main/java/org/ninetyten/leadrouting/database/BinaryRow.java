package org.ninetyten.leadrouting.database;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in the binary form of COPY, which neither side has to print or parse. PostgreSQL converts nothing here: each
 * value must be of the very type of its column.
 */
public final class BinaryRow {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final short NO_MORE_ROWS = -1;
    private static final int NULL = -1;

    /** PostgreSQL counts from the beginning of 2000, not of 1970. */
    private static final long EPOCH_SECOND = 946_684_800L;

    private ByteBuffer bytes = ByteBuffer.allocate(2 * Database.CHUNK);

    BinaryRow() {
        // Without flags, and without further fields in the header.
        bytes.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row of so many columns; a value for each of them has to follow. */
    public BinaryRow begin(int columns) {
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    /** A {@code uuid}. */
    public BinaryRow add(UUID value) {
        value(2 * Long.BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    /** A {@code timestamptz}, to the microsecond. */
    public BinaryRow add(Instant value) {
        value(Long.BYTES).putLong((value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1000);
        return this;
    }

    /** A {@code smallint}. */
    public BinaryRow add(@Nullable Short value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
        } else {
            value(Short.BYTES).putShort(value);
        }
        return this;
    }

    /** A {@code bigint}. */
    public BinaryRow add(@Nullable Long value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
        } else {
            value(Long.BYTES).putLong(value);
        }
        return this;
    }

    BinaryRow end() {
        room(Short.BYTES).putShort(NO_MORE_ROWS);
        return this;
    }

    int size() {
        return bytes.position();
    }

    byte[] take() {
        byte[] taken = new byte[bytes.flip().remaining()];
        bytes.get(taken).clear();
        return taken;
    }

    private ByteBuffer value(int length) {
        return room(Integer.BYTES + length).putInt(length);
    }

    private ByteBuffer room(int length) {
        if (bytes.remaining() < length) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity()).put(bytes.flip());
        }
        return bytes;
    }
}
