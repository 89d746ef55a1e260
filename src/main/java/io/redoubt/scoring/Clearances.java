package io.redoubt.scoring;

import io.redoubt.facts.Engagement;
import io.redoubt.facts.Waiver;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.scoring.Clearance.Status;
import io.redoubt.shared.Truth;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Decides which classes of work a supplier is cleared for. A knock-out that certainly applies bars; one that may apply
 * leaves the class unproven; the band of the best end bars too, whether enough is known for a rating or not, and that of
 * the worst end leaves unproven what the best end would allow; an unrated supplier is unproven for the rest. Only a live, properly approved waiver lifts a knock-out, and
 * never one that may not be waived.
 *
 * @param bands of the pack, the safest first
 * @param worst band of the worst end
 * @param best band of the best end
 * @param noSafer whether a number that somebody saw is no safer than the worst end's
 * @param rated whether enough is known for a rating
 * @param engagement whose own waivers hold besides those for all work of a class; empty for none
 */
record Clearances(
        List<KnockOut> knockOuts,
        List<Waiver> waivers,
        List<Band> bands,
        Band worst,
        Band best,
        Predicate<Integer> noSafer,
        boolean rated,
        LocalDate asOf,
        Optional<String> engagement) {
    private static final String UNRATED = "UNRATED";

    SortedMap<WorkClass, Clearance> decide() {
        SortedMap<WorkClass, Clearance> decided = new TreeMap<>();
        WorkClass.all().forEach(workClass -> decided.put(workClass, decide(workClass)));
        return decided;
    }

    /** What one engagement is cleared for: a waiver for it clears no other work. */
    Clearance decide(Engagement one) {
        return new Clearances(knockOuts, waivers, bands, worst, best, noSafer, rated, asOf, Optional.of(one.id()))
                .decide(WorkClass.matching(one.workClass()).get(0));
    }

    /** The knock-outs that certainly bar every class of work and are not waived for any. */
    List<String> disqualifying() {
        return knockOuts.stream()
                .filter(k -> k.bar().classes().equals(WorkClass.all())
                        && WorkClass.all().stream().allMatch(c -> !waived(k.rule(), c) && isCertain(k, c)))
                .map(k -> k.rule().id())
                .distinct()
                .toList();
    }

    private Clearance decide(WorkClass workClass) {
        List<String> barred = new ArrayList<>();
        List<String> unproven = new ArrayList<>();
        List<String> waived = new ArrayList<>();
        for (KnockOut knockOut : knockOuts) {
            if (knockOut.bar().classes().contains(workClass)) {
                List<String> reasons = waived(knockOut.rule(), workClass)
                        ? waived
                        : isCertain(knockOut, workClass) ? barred : unproven;
                reasons.add(knockOut.rule().id());
            }
        }
        byRating(workClass)
                .ifPresent(reason -> (reason.status() == Status.BARRED ? barred : unproven).addAll(reason.reasons()));
        if (!barred.isEmpty()) {
            return new Clearance(Status.BARRED, distinct(barred));
        }
        if (!unproven.isEmpty()) {
            return new Clearance(Status.UNPROVEN, distinct(unproven));
        }
        return new Clearance(waived.isEmpty() ? Status.CLEARED : Status.CLEARED_BY_WAIVER, distinct(waived));
    }

    private Optional<Clearance> byRating(WorkClass workClass) {
        if (best.bars().contains(workClass)) {
            return Optional.of(new Clearance(Status.BARRED, List.of("band:" + (rated ? worst : best).id())));
        }
        if (!rated) {
            return Optional.of(new Clearance(Status.UNPROVEN, List.of("unrated")));
        }
        return worst.bars().contains(workClass)
                ? Optional.of(new Clearance(Status.UNPROVEN, List.of("band:" + worst.id())))
                : Optional.empty();
    }

    /** Whether a knock-out bars a class even if another row acts in its place: not where that row is waived. */
    private boolean isCertain(KnockOut knockOut, WorkClass workClass) {
        return knockOut.truth() == Truth.TRUE && knockOut.others().stream().noneMatch(rule -> waived(rule, workClass));
    }

    private boolean waived(Rule rule, WorkClass workClass) {
        return rule.then() instanceof Bar bar
                && bar.waivable()
                && waivers.stream()
                        .anyMatch(w -> w.rule().equals(rule.id())
                                && w.workClass().equals(workClass.toString())
                                && (w.engagement().isEmpty() || w.engagement().equals(engagement))
                                && holds(w));
    }

    /**
     * A waiver holds for its days, with a control in place of what is missing, while the rating is no riskier than the
     * one that its approver saw, and after one renewal no more.
     */
    private boolean holds(Waiver waiver) {
        return waiver.seenBadge().filter(seen -> isNoSafer(waiver, seen)).isPresent()
                && waiver.compensatingControl().isPresent()
                && waiver.renews().map(first -> isRenewalOf(waiver, first)).orElse(true)
                && !waiver.requestedBy().equals(waiver.approvedBy())
                && !asOf.isBefore(waiver.validFrom())
                && !asOf.isAfter(waiver.validUntil())
                && ChronoUnit.DAYS.between(waiver.validFrom(), waiver.validUntil()) <= Waiver.LONGEST_DAYS
                && !asOf.isAfter(began(waiver).plusDays(2L * Waiver.LONGEST_DAYS + 1));
    }

    /** Whether the rating is as the approver saw it or better; who was not rated then is not to be rated now. */
    private boolean isNoSafer(Waiver waiver, String seen) {
        if (seen.equals(UNRATED)) {
            return !rated;
        }
        return rated
                && bands.stream()
                        .dropWhile(band -> !band.equals(worst))
                        .anyMatch(band -> band.id().equals(seen))
                && waiver.seenRisk().filter(noSafer).isPresent();
    }

    /**
     * First day of the waivers that this one goes on from, whether it says so or not: however they are written, a
     * knock-out is waived no longer than a waiver and its renewal may last, until as long a pause as one may last.
     */
    private LocalDate began(Waiver waiver) {
        LocalDate began = waiver.validFrom();
        List<Waiver> earlier = waivers.stream()
                .filter(w -> w.rule().equals(waiver.rule())
                        && w.workClass().equals(waiver.workClass())
                        && w.engagement().equals(waiver.engagement()))
                .sorted(Comparator.comparing(Waiver::validUntil).reversed())
                .toList();
        for (Waiver before : earlier) {
            if (before.validFrom().isBefore(began)
                    && !before.validUntil().plusDays(Waiver.LONGEST_DAYS).isBefore(began)) {
                began = before.validFrom();
            }
        }
        return began;
    }

    private boolean isRenewalOf(Waiver waiver, LocalDate first) {
        return waivers.stream()
                .anyMatch(w -> w.rule().equals(waiver.rule())
                        && w.workClass().equals(waiver.workClass())
                        && w.engagement().equals(waiver.engagement())
                        && w.validFrom().equals(first)
                        && w.renews().isEmpty());
    }

    private static List<String> distinct(List<String> reasons) {
        return reasons.stream().distinct().toList();
    }
}
