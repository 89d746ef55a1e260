package io.redoubt.scoring;

import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What another methodology does to one supplier.
 *
 * @param moved the contributions that differ, the most different first
 */
public record Impact(String supplier, Standing before, Standing after, List<Moved> moved) {
    private static final int MOST_MOVED = 10;

    public Impact {
        moved = List.copyOf(moved);
    }

    /**
     * Where a supplier stands.
     *
     * @param badge of the outcome
     * @param worst headline of the overall figure's worst end
     * @param best headline of its best end
     * @param coverage share that live evidence answers
     * @param reasons why there is no rating; empty where there is one
     * @param control headline of the control figure, best and worst
     * @param location headline of the location figure, best and worst
     * @param clearances by class of work
     * @param barredBy what stands in the way of each class of work, or what a waiver lifts
     * @param engagements clearance of each running engagement, by id
     * @param residual risk of each running engagement, by id
     */
    public record Standing(
            String badge,
            int worst,
            int best,
            Share coverage,
            List<String> reasons,
            List<Integer> control,
            List<Integer> location,
            SortedMap<WorkClass, Clearance.Status> clearances,
            SortedMap<WorkClass, List<String>> barredBy,
            SortedMap<String, Clearance.Status> engagements,
            SortedMap<String, Ends> residual) {
        static Standing of(RatingOutcome outcome) {
            RatingDetail detail = outcome.detail();
            SortedMap<WorkClass, Clearance.Status> clearances = new TreeMap<>();
            SortedMap<WorkClass, List<String>> barredBy = new TreeMap<>();
            detail.clearances().forEach((work, clearance) -> {
                clearances.put(work, clearance.status());
                barredBy.put(work, clearance.reasons());
            });
            SortedMap<String, Clearance.Status> engagements = new TreeMap<>();
            SortedMap<String, Ends> residual = new TreeMap<>();
            detail.engagements().forEach((id, risk) -> {
                engagements.put(id, risk.clearance().status());
                residual.put(id, risk.residual());
            });
            return new Standing(
                    outcome.badge(),
                    detail.overall().worst().headline(),
                    detail.overall().best().headline(),
                    detail.coverage(),
                    outcome instanceof RatingOutcome.Unrated unrated ? unrated.reasons() : List.of(),
                    headlines(detail.control()),
                    headlines(detail.location()),
                    Collections.unmodifiableSortedMap(clearances),
                    Collections.unmodifiableSortedMap(barredBy),
                    Collections.unmodifiableSortedMap(engagements),
                    Collections.unmodifiableSortedMap(residual));
        }

        private static List<Integer> headlines(Figure figure) {
            return List.of(figure.best().headline(), figure.worst().headline());
        }
    }

    /**
     * A contribution that differs at one of its ends.
     *
     * @param rules that act or may act before or after
     * @param before points on the domain's scale; none where nothing contributed
     */
    public record Moved(String domain, String fact, List<String> rules, Ends before, Ends after) {
        public Moved {
            rules = List.copyOf(rules);
        }

        private long by() {
            return Math.max(
                    Math.abs(after.worst().minus(before.worst()).micros()),
                    Math.abs(after.best().minus(before.best()).micros()));
        }
    }

    static Impact between(RatingOutcome before, RatingOutcome after) {
        return new Impact(
                before.detail().supplierId(),
                Standing.of(before),
                Standing.of(after),
                moved(before.detail().contributions(), after.detail().contributions()));
    }

    /** One place in the trail: a fact in a domain. */
    private record At(String domain, String fact) {
        static At of(Contribution contribution) {
            return new At(contribution.domain(), contribution.fact());
        }
    }

    private static List<Moved> moved(List<Contribution> before, List<Contribution> after) {
        Map<At, List<Contribution>> from = before.stream().collect(Collectors.groupingBy(At::of));
        Map<At, List<Contribution>> to = after.stream().collect(Collectors.groupingBy(At::of));
        List<Moved> moved = new ArrayList<>();
        from.forEach((at, was) -> {
            List<Contribution> is = to.getOrDefault(at, List.of());
            if (!was.equals(is)) {
                moved.add(moved(at, was, is));
            }
        });
        to.forEach((at, is) -> {
            if (!from.containsKey(at)) {
                moved.add(moved(at, List.of(), is));
            }
        });
        return moved.stream()
                .filter(one -> one.by() > 0)
                .sorted(Comparator.comparingLong(Moved::by)
                        .reversed()
                        .thenComparing(Moved::domain)
                        .thenComparing(Moved::fact))
                .limit(MOST_MOVED)
                .toList();
    }

    private static Moved moved(At at, List<Contribution> was, List<Contribution> is) {
        TreeSet<String> rules = new TreeSet<>();
        was.forEach(one -> rules.addAll(one.rules()));
        is.forEach(one -> rules.addAll(one.rules()));
        return new Moved(at.domain(), at.fact(), List.copyOf(rules), sum(was), sum(is));
    }

    private static Ends sum(List<Contribution> contributions) {
        return new Ends(
                contributions.stream().map(Contribution::best).reduce(Points.ZERO, Points::plus),
                contributions.stream().map(Contribution::worst).reduce(Points.ZERO, Points::plus));
    }

    public boolean changesBadge() {
        return !before.badge().equals(after.badge());
    }

    public boolean changesClearance() {
        return !before.clearances().equals(after.clearances());
    }

    /** How far the overall figure's worst end moves, in points of the scale; positive where it rises. */
    public int movedBy() {
        return after.worst() - before.worst();
    }

    /** Running engagements that are cleared before and would not be after. */
    public List<String> engagementsLost() {
        return before.engagements().entrySet().stream()
                .filter(one -> isCleared(one.getValue()))
                .map(Map.Entry::getKey)
                .filter(id -> !isCleared(after.engagements().getOrDefault(id, one(before, id))))
                .toList();
    }

    private static Clearance.Status one(Standing standing, String id) {
        return standing.engagements().getOrDefault(id, Clearance.Status.UNPROVEN);
    }

    private static boolean isCleared(Clearance.Status status) {
        return status == Clearance.Status.CLEARED || status == Clearance.Status.CLEARED_BY_WAIVER;
    }

    /**
     * Whether anything differs: where the supplier or an engagement stands, or what it is made of, also where a figure is
     * full anyway. Of figures it is the headline that counts.
     */
    public boolean isFelt() {
        return !before.equals(after) || !moved.isEmpty();
    }
}
