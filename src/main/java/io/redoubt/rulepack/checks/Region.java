package io.redoubt.rulepack.checks;

import io.redoubt.rulepack.Condition;
import java.util.List;
import java.util.stream.Stream;

/**
 * The facts on which a rule fires.
 *
 * @param boxes its alternatives, which may overlap; empty where it can never fire
 */
record Region(List<Box> boxes) {
    /** Pieces into which a comparison may fall apart; beyond it nothing is said. */
    private static final int MOST = 4_096;

    Region {
        boxes = List.copyOf(boxes);
    }

    static Region of(Condition condition) {
        return new Region(Box.of(condition));
    }

    /** Whether the rule has so many alternatives that nothing is said of it. */
    boolean isTooLarge() {
        return boxes.size() > Box.MOST;
    }

    boolean isEmpty() {
        return boxes.isEmpty();
    }

    boolean overlaps(Region other) {
        return boxes.stream().anyMatch(box -> other.boxes.stream().anyMatch(box::meets));
    }

    /** Whether every fact of another region lies in this one; false too where that would take too long to tell. */
    boolean contains(Region other) {
        if (boxes.size() == 1) {
            return other.boxes.stream().allMatch(boxes.get(0)::contains);
        }
        List<Box> left = other.boxes;
        for (Box box : boxes) {
            left = left.stream()
                    .flatMap(piece -> piece.minus(box).stream())
                    .limit(MOST + 1L)
                    .toList();
            if (left.size() > MOST) {
                return false;
            }
        }
        return left.isEmpty();
    }

    Region or(Region other) {
        return new Region(Stream.concat(boxes.stream(), other.boxes.stream()).toList());
    }
}
