package org.ninetyten.leadrouting.routing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whole numbers in few bytes. A number takes a byte for each seven bits of it; a column of numbers is written in the
 * shortest of three ways: one value for all, each value, or a list of the different values and a few bits for each place.
 */
final class Packed {

    private static final int SAME = 0;
    private static final int EACH = 1;
    private static final int LISTED = 2;

    /** More different values than this are not worth a list. */
    private static final int LONGEST_LIST = 16;

    private Packed() {}

    static final class Writer {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);

        void number(long value) {
            // Small numbers below zero become small ones above it: 0, -1, 1, -2 are 0, 1, 2, 3.
            long left = (value << 1) ^ (value >> 63);
            while ((left & ~0x7FL) != 0) {
                bytes.write((int) ((left & 0x7F) | 0x80));
                left >>>= 7;
            }
            bytes.write((int) left);
        }

        <T> void column(List<T> rows, ToLongFunction<T> value) {
            if (rows.isEmpty()) {
                return;
            }
            long[] values = rows.stream().mapToLong(value).toArray();
            long[] different = Arrays.stream(values).sorted().distinct().toArray();
            if (different.length == 1) {
                bytes.write(SAME);
                number(different[0]);
            } else if (different.length <= LONGEST_LIST && listed(different, values.length) < each(values)) {
                bytes.write(LISTED);
                number(different.length);
                for (long one : different) {
                    number(one);
                }
                places(values, different);
            } else {
                bytes.write(EACH);
                for (long one : values) {
                    number(one);
                }
            }
        }

        private void places(long[] values, long[] different) {
            int bits = bits(different.length);
            int filled = 0;
            int current = 0;
            for (long one : values) {
                current |= Arrays.binarySearch(different, one) << filled;
                filled += bits;
                while (filled >= 8) {
                    bytes.write(current & 0xFF);
                    current >>>= 8;
                    filled -= 8;
                }
            }
            if (filled > 0) {
                bytes.write(current);
            }
        }

        private static int listed(long[] different, int places) {
            return 1 + each(different) + (places * bits(different.length) + 7) / 8;
        }

        private static int each(long[] values) {
            int length = 0;
            for (long value : values) {
                long left = (value << 1) ^ (value >> 63);
                length += Math.max(1, (64 - Long.numberOfLeadingZeros(left) + 6) / 7);
            }
            return length;
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }
    }

    static final class Reader {

        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long number() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                byte next = next();
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return (value >>> 1) ^ -(value & 1);
                }
            }
            throw new IllegalArgumentException("A number is too long.");
        }

        /** A number of things that follow. */
        int size() {
            long size = number();
            if (size < 0 || size > bytes.length * 8L) {
                throw new IllegalArgumentException("There cannot be " + size + " of anything here.");
            }
            return (int) size;
        }

        long[] column(int size) {
            long[] values = new long[size];
            if (size == 0) {
                return values;
            }
            int way = next();
            switch (way) {
                case SAME -> Arrays.fill(values, number());
                case EACH -> Arrays.setAll(values, any -> number());
                case LISTED -> {
                    long[] different = new long[size()];
                    Arrays.setAll(different, any -> number());
                    places(values, different);
                }
                default -> throw new IllegalArgumentException("There is no way " + way + " to write a column.");
            }
            return values;
        }

        private void places(long[] values, long[] different) {
            int bits = bits(different.length);
            int held = 0;
            int current = 0;
            for (int i = 0; i < values.length; i++) {
                while (held < bits) {
                    current |= (next() & 0xFF) << held;
                    held += 8;
                }
                values[i] = different[current & ((1 << bits) - 1)];
                current >>>= bits;
                held -= bits;
            }
        }

        private byte next() {
            if (at == bytes.length) {
                throw new IllegalArgumentException("The bytes end too soon.");
            }
            return bytes[at++];
        }
    }

    /** How many bits tell so many values apart. */
    private static int bits(int different) {
        return 32 - Integer.numberOfLeadingZeros(different - 1);
    }
}
