package io.redoubt.firmware.sbom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How much of NTIA's minimum elements a bill of materials has.
 *
 * <p>The percent is the mean over the seven elements of the share in which each is there: of a component element the share
 * of components that have it, of a document element all or nothing. So each element weighs a seventh: among hundreds of
 * components a missing author is still seen (it costs 14.3 points), and one component without a version among 310 costs
 * 0.05 points. A list of no components has none of the component elements. Shares are rounded down, so only a bill that
 * has everything comes to 100.
 *
 * @param micros the percent in millionths, from 0 to 100,000,000
 * @param components how many were looked at
 * @param missing the elements that are not wholly there, in NTIA's order
 */
public record Completeness(long micros, int components, List<Missing> missing) {
    /** Most components that are named for one element. */
    public static final int MOST_NAMED = 20;

    private static final long ALL = 100_000_000L;

    public Completeness {
        missing = List.copyOf(missing);
    }

    /**
     * An element that is lacking.
     *
     * @param lacking number of components without it; 0 where it is the document's
     * @param first the first of them, as readers can find them
     */
    public record Missing(MinimumElement element, int lacking, List<String> first) {
        public Missing {
            first = List.copyOf(first);
        }
    }

    public static Completeness of(Sbom sbom) {
        List<Missing> missing = new ArrayList<>();
        long sum = Arrays.stream(MinimumElement.values())
                .flatMapToLong(element -> LongStream.of(share(element, sbom, missing)))
                .sum();
        return new Completeness(
                sum / MinimumElement.values().length, sbom.components().size(), missing);
    }

    private static long share(MinimumElement element, Sbom sbom, List<Missing> missing) {
        if (element.isOfDocument()) {
            if (!element.isIn(sbom)) {
                missing.add(new Missing(element, 0, List.of()));
            }
            return element.isIn(sbom) ? ALL : 0;
        }
        List<Sbom.Component> without = sbom.components().stream()
                .filter(component -> !element.isIn(component))
                .toList();
        int all = sbom.components().size();
        if (all == 0 || !without.isEmpty()) {
            missing.add(new Missing(
                    element,
                    without.size(),
                    without.stream()
                            .limit(MOST_NAMED)
                            .map(Sbom.Component::label)
                            .toList()));
        }
        return all == 0 ? 0 : ALL * (all - without.size()) / all;
    }

    /** Whether every element is there, of every component. */
    public boolean isComplete() {
        return missing.isEmpty();
    }
}
