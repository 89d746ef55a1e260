package io.redoubt.scoring;

import io.redoubt.facts.ImportedFacts;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.shared.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How two assessments of one supplier differ, and how much of that each cause did. The supplier is rated again with
 * every one of the sixteen mixtures of the two, and each cause gets its Shapley value: what it changes on average over
 * all orders in which the causes could have come. The parts sum to the difference to the last millionth; what a
 * twenty-fourth cannot be cut into goes to the largest remainders.
 *
 * @param from before, in points of a figure's end
 * @param to after
 * @param parts by cause
 */
public record RatingDifference(Measure measure, Points from, Points to, Map<Cause, Points> parts) {
    private static final int ORDERS = 24;
    /** Orders, of the 24, in which exactly these many others come before a cause, for each set of them. */
    private static final int[] ORDERS_AFTER = {6, 2, 2, 6};

    public RatingDifference {
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    /**
     * One of the two assessments.
     *
     * @param rater that made it or would make it again
     */
    public record Side(SupplierFacts facts, Rater rater) {}

    /** What a cause did. */
    public Points part(Cause cause) {
        return parts.getOrDefault(cause, Points.ZERO);
    }

    /** The differences of every measure. */
    public static List<RatingDifference> between(Side before, Side after) {
        List<RatingDetail> mixtures = new ArrayList<>();
        for (int changed = 0; changed < 1 << Cause.values().length; changed++) {
            mixtures.add(mixture(before, after, changed));
        }
        return Arrays.stream(Measure.values())
                .map(measure -> of(measure, mixtures.stream().map(measure::of).toList()))
                .toList();
    }

    private static RatingDetail mixture(Side before, Side after, int changed) {
        Function<Cause, Side> side = cause -> (changed & cause.bit) == 0 ? before : after;
        SupplierFacts facts = ImportedFacts.exchange(
                side.apply(Cause.ANSWERS).facts(),
                side.apply(Cause.IMPORTED_FACTS).facts());
        return side.apply(Cause.METHODOLOGY)
                .rater()
                .judging(side.apply(Cause.AGEING).rater().asOf())
                .rate(facts)
                .detail();
    }

    /** @param values by the set of causes that have changed, each cause a bit */
    private static RatingDifference of(Measure measure, List<Points> values) {
        Map<Cause, Long> shares = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            long share = 0;
            for (int others = 0; others < values.size(); others++) {
                if ((others & cause.bit) == 0) {
                    Points moved = values.get(others | cause.bit).minus(values.get(others));
                    share += ORDERS_AFTER[Integer.bitCount(others)] * moved.micros();
                }
            }
            shares.put(cause, share);
        }
        return new RatingDifference(measure, values.get(0), values.get(values.size() - 1), cut(shares));
    }

    private static Map<Cause, Points> cut(Map<Cause, Long> shares) {
        Map<Cause, Points> parts = new EnumMap<>(Cause.class);
        long left = 0;
        for (Map.Entry<Cause, Long> share : shares.entrySet()) {
            parts.put(share.getKey(), new Points(Math.floorDiv(share.getValue(), ORDERS)));
            left += Math.floorMod(share.getValue(), ORDERS);
        }
        shares.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<Cause, Long> share) -> Math.floorMod(share.getValue(), ORDERS),
                        Comparator.reverseOrder()))
                .limit(left / ORDERS)
                .forEach(share -> parts.merge(share.getKey(), new Points(1), Points::plus));
        return parts;
    }
}
