package io.redoubt.scoring;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType.Quantity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The last day through which a rating certainly stays as it is, if nobody records anything and the pack keeps its values:
 * who is not due need not be rated each night.
 *
 * <p>A rating sees a day in two ways only. It compares it with days of the facts, or with days that follow from them; the
 * next of these is the first bound. And it measures times that grow by a day each day, which move nothing until they
 * reach a number that some rule compares them with: the second. A time that does not grow any more is taken for one that
 * does, and so is looked at too often, never too seldom.
 */
final class StandsUntil {
    /** Nobody looks further: ten years. */
    private static final long FAR = 3_650;

    /** Whose times grow while a weakness is open. */
    private static final Set<FactType> OF_WEAKNESSES = Set.of(FactType.SUPPLIER, FactType.VULNERABILITY);

    private static final Reading NOTHING = Reading.notApplicable();
    private static final Map<String, Long> GROWTH_PER_DAY = Map.of("days", Micros.ONE, "hours", 24 * Micros.ONE);

    private final Map<FactField, NavigableSet<Long>> limits = new HashMap<>();
    private final boolean asksForMedian;

    StandsUntil(EffectivePack pack) {
        pack.rules().stream()
                .flatMap(rule -> rule.when().comparisons())
                .filter(comparison -> growth(comparison.field()) > 0)
                .forEach(this::add);
        this.asksForMedian =
                limits.keySet().stream().anyMatch(field -> field.name().equals("patch_median"));
    }

    private void add(Comparison comparison) {
        NavigableSet<Long> known = limits.computeIfAbsent(comparison.field(), field -> new TreeSet<>());
        comparison.operands().forEach(operand -> known.add(((Literal) operand).value()));
    }

    private static long growth(FactField field) {
        return field.type() instanceof Quantity quantity ? GROWTH_PER_DAY.getOrDefault(quantity.unit(), 0L) : 0;
    }

    /**
     * @param set what rules see of the facts on the day
     * @param deadlines what ends by itself on the day or later
     * @return the day itself where the next one may be another rating
     */
    LocalDate of(SupplierFacts facts, FactSet set, List<Deadline> deadlines, LocalDate asOf) {
        boolean open = facts.vulnerabilities().stream().anyMatch(v -> !v.fixedBy(asOf));
        if (open && asksForMedian) {
            return asOf; // of open ones a median may leap
        }
        Set<LocalDate> bounds = new HashSet<>();
        DaysOf.in(facts, bounds::add);
        for (Deadline deadline : deadlines) {
            bounds.add(deadline.lastDay());
            Deadline.TOLD_DAYS_AHEAD.forEach(
                    ahead -> bounds.add(deadline.lastDay().minusDays(ahead)));
        }
        return bounds.stream()
                .filter(day -> !day.isBefore(asOf))
                .map(day -> day.isAfter(asOf) ? day.minusDays(1) : day)
                .reduce(asOf.plusDays(days(set, open)), (one, other) -> one.isBefore(other) ? one : other);
    }

    /** For how many days no time that grows reaches a limit or leaves it; the length of a clause does not grow. */
    private long days(FactSet set, boolean open) {
        long days = FAR;
        for (FactRow row : set.rows()) {
            if (row.type() == FactType.CLAUSE || (!open && OF_WEAKNESSES.contains(row.type()))) {
                continue;
            }
            for (Map.Entry<FactField, NavigableSet<Long>> limit : limits.entrySet()) {
                Reading reading = limit.getKey().owner() == row.type() ? row.read(limit.getKey()) : NOTHING;
                if (grows(reading)) {
                    long growth = growth(limit.getKey());
                    days = Math.min(days, days(reading.low(), limit.getValue(), growth));
                    days = Math.min(days, days(reading.high(), limit.getValue(), growth));
                }
            }
        }
        return days;
    }

    /** What is none yet, a finding's delay or an age, begins on a day that is told. */
    private static boolean grows(Reading reading) {
        return reading.state() == FactState.ANSWERED && reading.high() > 0;
    }

    private static long days(long value, NavigableSet<Long> limits, long growth) {
        Long next = limits.ceiling(value);
        return next == null ? FAR : Math.max(0, (next - value) / growth - 1);
    }
}
