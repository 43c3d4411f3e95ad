package org.ninetyten.leadrouting.routing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the smallest cells of several globes in the order of their distance from one point. Used again and again. */
final class NearestFirst {

    private double[] squares = new double[256];
    private @Nullable Cell[] cells = new @Nullable Cell[256];
    private int size;
    private Cell.Point from = new Cell.Point(0, 0, 0);
    private int wanted;
    private double radius;

    /**
     * Begins anew.
     *
     * @param point from where to look
     * @param wantedSkills cells without a partner that has all of them are passed over
     * @param longestRadius the square of the distance beyond which no partner sells that sells within a radius
     */
    void begin(Cell.Point point, int wantedSkills, double longestRadius) {
        from = point;
        wanted = wantedSkills;
        radius = longestRadius;
        Arrays.fill(cells, 0, size, null);
        size = 0;
    }

    /** Looks through this globe too. */
    void include(Cell globe) {
        if (!globe.isEmpty()) {
            push(globe);
        }
    }

    /**
     * Adds the slots of the next cells to the list: all those that are equally near.
     *
     * @return false when there are no more
     */
    boolean next(List<Slots> into) {
        double square = -1;
        while (size > 0) {
            if (square >= 0 && squares[0] > square) {
                return true;
            }
            double nearest = squares[0];
            Cell cell = pop();
            if (cell.isSmallest()) {
                square = nearest;
                into.add(cell.leaf());
                continue;
            }
            @Nullable Cell[] children = cell.children();
            if (children != null) {
                for (Cell child : children) {
                    if (child != null) {
                        push(child);
                    }
                }
            }
        }
        return square >= 0;
    }

    private void push(Cell wide) {
        Cell cell = wide.narrowest();
        double square = cell.squareTo(from);
        if (!cell.mayHave(wanted) || (cell.isOfRadius() && square > radius)) {
            return;
        }
        if (size == squares.length) {
            squares = Arrays.copyOf(squares, size * 2);
            cells = Arrays.copyOf(cells, size * 2);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (squares[parent] <= square) {
                break;
            }
            squares[at] = squares[parent];
            cells[at] = cells[parent];
            at = parent;
        }
        squares[at] = square;
        cells[at] = cell;
    }

    private Cell pop() {
        Cell top = cells[0];
        if (top == null) {
            throw new IllegalStateException("There is nothing left.");
        }
        double square = squares[--size];
        Cell last = cells[size];
        cells[size] = null;
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && squares[child + 1] < squares[child]) {
                child++;
            }
            if (square <= squares[child]) {
                break;
            }
            squares[at] = squares[child];
            cells[at] = cells[child];
            at = child;
        }
        if (size > 0) {
            squares[at] = square;
            cells[at] = last;
        }
        return top;
    }
}
