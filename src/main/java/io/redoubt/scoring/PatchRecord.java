package io.redoubt.scoring;

import io.redoubt.facts.Vulnerability;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * How long a supplier takes to deliver signed fixes. A mean over closed cases flatters whoever leaves cases open, so
 * the median is Kaplan and Meier's: an open case says that its fix takes longer than its age.
 *
 * @param cases in any order
 */
record PatchRecord(List<Case> cases) {
    PatchRecord {
        cases = List.copyOf(cases);
    }

    /**
     * One weakness.
     *
     * @param days from the first notice to the fix, or its age
     */
    record Case(long days, boolean fixed) {}

    static PatchRecord of(List<Vulnerability> vulnerabilities, LocalDate asOf) {
        return new PatchRecord(vulnerabilities.stream()
                .filter(v -> v.countsOn(asOf))
                .map(v -> new Case(days(v, asOf), v.fixedBy(asOf)))
                .toList());
    }

    /** Whole days that the fix took, or that the weakness has been open for. */
    static long days(Vulnerability vulnerability, LocalDate asOf) {
        LocalDate end = vulnerability.fixedOn().filter(f -> !f.isAfter(asOf)).orElse(asOf);
        return Math.max(0, ChronoUnit.DAYS.between(vulnerability.startedOn().orElse(asOf), end));
    }

    /**
     * The least number of days by which at least half of all cases are fixed, S(t) = ∏ (1 − fixed at t / open before
     * t) ≤ ½; empty where so many are open that none is reached. Nothing to fix takes no time.
     */
    OptionalLong median() {
        if (cases.isEmpty()) {
            return OptionalLong.of(0);
        }
        double open = 1;
        long[] times = cases.stream()
                .filter(Case::fixed)
                .mapToLong(Case::days)
                .distinct()
                .sorted()
                .toArray();
        for (long time : times) {
            long atRisk = cases.stream().filter(c -> c.days() >= time).count();
            long fixed =
                    cases.stream().filter(c -> c.fixed() && c.days() == time).count();
            open *= (double) (atRisk - fixed) / atRisk;
            if (open <= HALF) {
                return OptionalLong.of(time);
            }
        }
        return OptionalLong.empty();
    }

    /** Half, and a little for the error of a product of fractions: cases are far fewer than its inverse. */
    private static final double HALF = 0.5 + 1e-9;

    /** The median as rules see it: at least the longest time seen where it is not reached. */
    Reading medianReading() {
        OptionalLong median = median();
        long longest = cases.stream().mapToLong(Case::days).max().orElse(0);
        return median.isPresent()
                ? Reading.known(median.getAsLong() * Micros.ONE)
                : Reading.within(longest * Micros.ONE, Long.MAX_VALUE);
    }

    /** Cases fixed within so many days, per hundred of those that are fixed or older than that; 100 of none. */
    long percentWithin(long limit) {
        long inTime = cases.stream().filter(c -> c.fixed() && c.days() <= limit).count();
        long late = cases.stream().filter(c -> c.days() > limit).count();
        return inTime + late == 0 ? 100 : 100 * inTime / (inTime + late);
    }

    /**
     * Days that the second longest case took, or takes so far; 0 where there are not two. Unlike a median it never falls
     * when a case comes to light, so a rule that asks whether slow fixes are a habit reads this one.
     */
    long secondLongest() {
        return cases.stream()
                .map(Case::days)
                .sorted(Comparator.reverseOrder())
                .skip(1)
                .findFirst()
                .orElse(0L);
    }

    /** The age of the oldest open case in days; 0 where all are fixed. */
    long oldestOpen() {
        return cases.stream()
                .filter(c -> !c.fixed())
                .mapToLong(Case::days)
                .max()
                .orElse(0);
    }
}
