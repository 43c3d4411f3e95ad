package org.ninetyten.leadrouting.routing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whole numbers in few bytes. A number takes a byte for each seven bits of it; a column of numbers is written in the
 * shortest of four ways: one value for all, each value, a list of the different values and a few bits for each place, or
 * the least value and for each place the bits of what is above it.
 */
final class Packed {

    private static final int SAME = 0;
    private static final int EACH = 1;
    private static final int LISTED = 2;
    private static final int ABOVE_LEAST = 3;

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
            long[] values = new long[rows.size()];
            long least = Long.MAX_VALUE;
            long greatest = Long.MIN_VALUE;
            for (int i = 0; i < values.length; i++) {
                values[i] = value.applyAsLong(rows.get(i));
                least = Math.min(least, values[i]);
                greatest = Math.max(greatest, values[i]);
            }
            if (least == greatest) {
                bytes.write(SAME);
                number(least);
                return;
            }
            long[] different = different(values);
            int width = width(greatest - least);
            int each = each(values);
            int aboveLeast = each(new long[] {least}) + 1 + bytesOf(values.length, width);
            int listed = different.length > LONGEST_LIST
                    ? Integer.MAX_VALUE
                    : 1 + each(different) + bytesOf(values.length, width(different.length - 1));
            if (listed < Math.min(each, aboveLeast)) {
                bytes.write(LISTED);
                number(different.length);
                for (long one : different) {
                    number(one);
                }
                bits(
                        Arrays.stream(values)
                                .map(one -> Arrays.binarySearch(different, one))
                                .toArray(),
                        0,
                        width(different.length - 1));
            } else if (aboveLeast < each) {
                bytes.write(ABOVE_LEAST);
                number(least);
                bytes.write(width);
                bits(values, least, width);
            } else {
                bytes.write(EACH);
                for (long one : values) {
                    number(one);
                }
            }
        }

        /** The different values in their order; of too many for a list, only one more than it may have. */
        private static long[] different(long[] values) {
            long[] different = new long[LONGEST_LIST + 1];
            int size = 0;
            for (int i = 0; i < values.length && size <= LONGEST_LIST; i++) {
                int place = Arrays.binarySearch(different, 0, size, values[i]);
                if (place < 0) {
                    System.arraycopy(different, -place - 1, different, -place, size + place + 1);
                    different[-place - 1] = values[i];
                    size++;
                }
            }
            return Arrays.copyOf(different, size);
        }

        /** Writes the lowest bits of what is above the least value, without gaps. */
        private void bits(long[] values, long least, int width) {
            int held = 0;
            int current = 0;
            for (long value : values) {
                long left = value - least;
                for (int todo = width; todo > 0; ) {
                    int taken = Math.min(8 - held, todo);
                    current |= (int) (left & ((1L << taken) - 1)) << held;
                    left >>>= taken;
                    held += taken;
                    todo -= taken;
                    if (held == 8) {
                        bytes.write(current);
                        current = 0;
                        held = 0;
                    }
                }
            }
            if (held > 0) {
                bytes.write(current);
            }
        }

        private static int bytesOf(int places, int width) {
            return (places * width + 7) / 8;
        }

        private static int each(long[] values) {
            int length = 0;
            for (long value : values) {
                length += Math.max(1, (width((value << 1) ^ (value >> 63)) + 6) / 7);
            }
            return length;
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }
    }

    static final class Reader {

        private final byte[] bytes;
        private final long form;
        private int at;

        /** Reads what begins with the number of its form. */
        Reader(byte[] bytes) {
            this.bytes = bytes;
            this.form = number();
        }

        long form() {
            return form;
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
                    bits(values, width(different.length - 1));
                    Arrays.setAll(values, place -> different[(int) values[place]]);
                }
                case ABOVE_LEAST -> {
                    long least = number();
                    bits(values, next() & 0xFF);
                    Arrays.setAll(values, place -> values[place] + least);
                }
                default -> throw new IllegalArgumentException("There is no way " + way + " to write a column.");
            }
            return values;
        }

        private void bits(long[] values, int width) {
            int held = 0;
            int current = 0;
            for (int i = 0; i < values.length; i++) {
                long value = 0;
                for (int done = 0; done < width; ) {
                    if (held == 0) {
                        current = next() & 0xFF;
                        held = 8;
                    }
                    int taken = Math.min(held, width - done);
                    value |= (current & ((1L << taken) - 1)) << done;
                    current >>>= taken;
                    held -= taken;
                    done += taken;
                }
                values[i] = value;
            }
        }

        private byte next() {
            if (at == bytes.length) {
                throw new IllegalArgumentException("The bytes end too soon.");
            }
            return bytes[at++];
        }
    }

    /** How many bits the value has, read without a sign. */
    private static int width(long value) {
        return 64 - Long.numberOfLeadingZeros(value);
    }
}
