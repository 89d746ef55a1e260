package io.redoubt.policy;

import io.redoubt.jurisdiction.Factor;
import io.redoubt.jurisdiction.Jurisdictions;
import io.redoubt.listing.OwnerList;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import io.redoubt.shared.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is told of an edition of data before somebody publishes it. It must be readable, the pack in force must still be
 * understood beside it and its scenarios come out as written. Countries and factors stay, as does the type of a factor's
 * values, since stored facts and rules name them; a listing that is gone is told, since it may be meant.
 */
final class EditionCheck {
    private static final int MOST_NAMED = 10;

    private final Methodology before;
    private final Methodology after;
    private final List<Told> mistakes = new ArrayList<>();
    private final List<Told> doubts = new ArrayList<>();

    private EditionCheck(Methodology before, Methodology after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Checks an edition.
     *
     * @param restores whether it was in force before, and owes nothing to what it replaces but the countries, which
     *     suppliers may be in by now
     */
    static CheckedPack of(Methodology inForce, Map<Subject, PackFiles> written, boolean restores) {
        Subject subject = written.keySet().iterator().next();
        EditionCheck check;
        try {
            check = new EditionCheck(inForce, inForce.with(written));
        } catch (PackException e) {
            return CheckedPack.unreadable(placed(e.problems(), subject));
        }
        check.compare(subject, restores);
        ScenarioRun.Result scenarios = ScenarioRun.of(check.after);
        scenarios
                .problems()
                .forEach(problem -> check.mistakes.add(told("SCENARIO", problem.place(), problem.message())));
        return CheckedPack.of(check.after.edition(subject), check.mistakes, check.doubts, scenarios);
    }

    /** The pack was understood so far: what it does not understand now is a fault of the edition. */
    private static List<Problem> placed(List<Problem> problems, Subject subject) {
        return problems.stream()
                .map(problem ->
                        subject.layout().parts().matcher(problem.place().file()).matches()
                                        || !Subject.RULES
                                                .layout()
                                                .parts()
                                                .matcher(problem.place().file())
                                                .matches()
                                ? problem
                                : new Problem(
                                        problem.place(),
                                        "The rule pack in force must be understood beside the edition: "
                                                + problem.message()))
                .toList();
    }

    private void compare(Subject subject, boolean restores) {
        if (!restores && after.files(subject).texts().isEmpty()) {
            mistake("REMOVED", subject.layout().main(), "The " + subject.words() + " must have at least one file.");
        }
        switch (subject) {
            case FACTORS -> compareFactors(before.jurisdictions(), after.jurisdictions(), restores);
            case EXPLOITED -> compareCatalogues();
            case OWNERS -> compareLists();
            case RULES -> throw new IllegalArgumentException("Rules must be checked as a pack.");
        }
    }

    private void compareFactors(Jurisdictions old, Jurisdictions now, boolean restores) {
        lost(old.countries().keySet(), now.countries().keySet())
                .ifPresent(names -> mistake(
                        "REMOVED",
                        "countries.csv",
                        "The countries must stay, since suppliers and past outcomes name them; " + names + "."));
        if (restores) {
            return;
        }
        lost(old.factors().keySet(), now.factors().keySet())
                .ifPresent(names -> mistake(
                        "REMOVED",
                        "countries.csv",
                        "The factors must stay, since past outcomes name them; " + names
                                + ".\nMaybe give a factor the status provisional: then it is off."));
        now.factors()
                .forEach((id, factor) ->
                        Optional.ofNullable(old.factors().get(id)).ifPresent(was -> compareFactor(was, factor)));
    }

    private void compareFactor(Factor was, Factor is) {
        String values = is.id() + "/values.csv";
        Map<String, ?> old = before.jurisdictions().values().getOrDefault(is.id(), Map.of());
        Map<String, ?> now = after.jurisdictions().values().getOrDefault(is.id(), Map.of());
        if (!was.type().equals(is.type())) {
            mistake(
                    "RETYPED",
                    is.id() + "/factor.yaml",
                    "The factor (" + is.id() + ") must stay " + was.type().describe()
                            + ", since stored values are so read.\nMaybe add a factor of another name.");
        }
        lost(old.keySet(), now.keySet())
                .ifPresent(names -> doubt("UNLISTED", values, "Countries are no longer in the list; " + names + "."));
        sameEdition(values, !old.equals(now), was.source(), is.source());
    }

    private void compareCatalogues() {
        Map<String, ?> old = before.exploited().listedOn();
        Map<String, ?> now = after.exploited().listedOn();
        lost(old.keySet(), now.keySet())
                .ifPresent(names ->
                        doubt("UNLISTED", "exploited.csv", "Vulnerabilities are no longer listed; " + names + "."));
        before.exploited()
                .source()
                .ifPresent(was -> after.exploited()
                        .source()
                        .ifPresent(is -> sameEdition("exploited.csv", !old.equals(now), was, is)));
    }

    private void compareLists() {
        Map<String, OwnerList> now = after.owners().lists();
        lost(before.owners().lists().keySet(), now.keySet())
                .ifPresent(names -> doubt("UNLISTED", "README.md", "Lists are gone; " + names + "."));
        before.owners().lists().forEach((id, was) -> {
            OwnerList is = now.get(id);
            if (is != null) {
                String owners = id + "/owners.csv";
                lost(keys(was), keys(is))
                        .ifPresent(names -> doubt("UNLISTED", owners, "Owners are no longer listed; " + names + "."));
                sameEdition(owners, !was.entries().equals(is.entries()), was.source(), is.source());
            }
        });
    }

    private static List<String> keys(OwnerList list) {
        return list.entries().stream()
                .map(entry -> entry.identifier().scheme() + " "
                        + entry.identifier().plain().value())
                .toList();
    }

    private void sameEdition(String file, boolean changed, Source was, Source is) {
        if (changed && was.edition().equals(is.edition()) && was.retrieved().equals(is.retrieved())) {
            doubt(
                    "SAME_EDITION",
                    file,
                    "The values have changed and the source says the same edition and day of retrieval (" + is.edition()
                            + ", " + is.retrieved() + ").");
        }
    }

    private static Optional<String> lost(Collection<String> old, Collection<String> now) {
        TreeSet<String> lost = new TreeSet<>(old);
        lost.removeAll(new TreeSet<>(now));
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(lost.size()
                        + (lost.size() == 1 ? " is gone: " : " are gone: ")
                        + lost.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (lost.size() > MOST_NAMED ? "…" : ""));
    }

    private void mistake(String kind, String file, String message) {
        mistakes.add(told(kind, Place.of(file), message));
    }

    private void doubt(String kind, String file, String message) {
        doubts.add(told(kind, Place.of(file), message));
    }

    private static Told told(String kind, Place place, String message) {
        return Told.of(kind, "", place, message);
    }
}
