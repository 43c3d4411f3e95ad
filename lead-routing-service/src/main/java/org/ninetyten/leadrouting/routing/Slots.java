package org.ninetyten.leadrouting.routing;

import java.util.Arrays;

/** A set of slots in their order. */
final class Slots {

    private int[] slots = {};
    private int size;

    int size() {
        return size;
    }

    int get(int position) {
        return slots[position];
    }

    /** Adds a slot; false when it was there already. */
    boolean add(int slot) {
        int position = Arrays.binarySearch(slots, 0, size, slot);
        if (position >= 0) {
            return false;
        }
        int at = -position - 1;
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size < 4 ? 4 : size + size / 2);
        }
        System.arraycopy(slots, at, slots, at + 1, size - at);
        slots[at] = slot;
        size++;
        return true;
    }

    /** Removes a slot; false when it was not there. */
    boolean remove(int slot) {
        int position = Arrays.binarySearch(slots, 0, size, slot);
        if (position < 0) {
            return false;
        }
        System.arraycopy(slots, position + 1, slots, position, size - position - 1);
        size--;
        return true;
    }
}
