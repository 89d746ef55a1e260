package io.redoubt.rulepack.checks;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import io.redoubt.rulepack.checks.Finding.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How the rules of a pack stand to each other on one day, by the facts on which each of them fires. */
final class RuleChecks {
    private final List<Rule> rules;
    private final Map<String, HitPolicy> policies;
    /** By the rule itself: to compare rules word by word takes longer than to compare their regions. */
    private final IdentityHashMap<Rule, Region> regions = new IdentityHashMap<>();

    private final List<Finding> findings = new ArrayList<>();

    private RuleChecks(EffectivePack pack) {
        this.rules = pack.rules();
        this.policies =
                pack.pack().tables().stream().collect(Collectors.toMap(RuleTable::id, RuleTable::policy, (a, b) -> a));
        rules.forEach(rule -> regions.put(rule, Region.of(rule.when())));
    }

    static List<Finding> of(EffectivePack pack) {
        RuleChecks checks = new RuleChecks(pack);
        checks.rules.forEach(checks::checkAlone);
        Map<String, List<Rule>> tables = checks.judged().stream().collect(Collectors.groupingBy(Rule::table));
        tables.forEach((table, rows) -> {
            if (checks.isFirst(rows.get(0))) {
                checks.checkOrder(rows);
            }
            Gaps.in(rows, checks.findings);
        });
        checks.checkPairs();
        return checks.findings;
    }

    private void checkAlone(Rule rule) {
        Region region = region(rule);
        if (region.isEmpty()) {
            add(
                    Kind.NEVER_TRUE,
                    rule,
                    "The rule (" + rule.id() + ") can never fire: no fact meets all its conditions.\nMaybe two of them"
                            + " exclude each other.");
        } else if (region.isTooLarge()) {
            add(
                    Kind.TOO_LARGE,
                    rule,
                    "The rule (" + rule.id() + ") has more than " + Box.MOST + " alternatives, so it was not compared"
                            + " with others.\nMaybe write several rules.");
        }
    }

    private List<Rule> judged() {
        return rules.stream()
                .filter(rule -> !region(rule).isEmpty() && !region(rule).isTooLarge())
                .toList();
    }

    private Region region(Rule rule) {
        return Objects.requireNonNull(regions.get(rule));
    }

    private boolean isFirst(Rule rule) {
        return policies.getOrDefault(rule.table(), HitPolicy.ALL) == HitPolicy.FIRST;
    }

    /** In a first-hit table a row acts only on what the rows above it leave over. */
    private void checkOrder(List<Rule> rows) {
        for (int i = 1; i < rows.size(); i++) {
            Rule row = rows.get(i);
            List<Rule> above = rows.subList(0, i).stream()
                    .filter(rule -> region(rule).overlaps(region(row)))
                    .toList();
            Region together = above.stream().map(this::region).reduce(new Region(List.of()), Region::or);
            if (above.isEmpty()) {
                continue;
            }
            if (together.contains(region(row))) {
                add(
                        Kind.UNREACHABLE,
                        row,
                        "The row (" + row.id() + ") can never be the first hit: " + ids(catching(above, row))
                                + " above it catch" + (catching(above, row).size() == 1 ? "es" : "")
                                + " everything that it would.\nMaybe move it up, or deprecate it.");
            } else {
                above.stream()
                        .filter(rule ->
                                !region(row).contains(region(rule)) && !Effects.areEqual(rule.then(), row.then()))
                        .forEach(rule -> add(
                                Kind.OVERLAP,
                                row,
                                "The rows " + rule.id() + " and " + row.id() + " catch some facts both; there "
                                        + rule.id() + " acts, which stands above."));
            }
        }
    }

    /** The one row that catches everything if there is one, else all that catch a part. */
    private List<Rule> catching(List<Rule> above, Rule row) {
        return above.stream()
                .filter(rule -> region(rule).contains(region(row)))
                .findFirst()
                .map(List::of)
                .orElse(above);
    }

    private static String ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).collect(Collectors.joining(", "));
    }

    private void checkPairs() {
        List<Rule> judged = judged();
        for (int i = 0; i < judged.size(); i++) {
            for (Rule later : judged.subList(i + 1, judged.size())) {
                Rule rule = judged.get(i);
                boolean ordered = rule.table().equals(later.table()) && isFirst(rule);
                if (rule.subject() == later.subject()
                        && !ordered
                        && Effects.areOfOneMatter(rule.then(), later.then())) {
                    checkPair(rule, later);
                }
            }
        }
    }

    private void checkPair(Rule rule, Rule later) {
        if (!region(rule).overlaps(region(later))) {
            return;
        }
        boolean inLater = region(later).contains(region(rule));
        boolean inRule = region(rule).contains(region(later));
        if (inLater && inRule) {
            boolean same = Effects.isVain(rule.then(), later.then());
            add(
                    same ? Kind.DUPLICATE : Kind.CONFLICT,
                    later,
                    "The rules " + rule.id() + " and " + later.id() + " have the same conditions and "
                            + (same ? "do the same twice." : "say different things.")
                            + "\nMaybe deprecate one of them"
                            + (same && !Effects.areEqual(rule.then(), later.then())
                                    ? ", the one that bars less."
                                    : "."));
        } else if (!isFirst(rule) && !isFirst(later) && (inLater || inRule) && rule.then() instanceof AddPoints) {
            Rule narrow = inLater ? rule : later;
            Rule wide = inLater ? later : rule;
            add(
                    Kind.SUBSUMED,
                    narrow,
                    "Whenever " + narrow.id() + " fires, " + wide.id()
                            + " fires too, and both add points to one domain.\nMaybe that is meant: then nothing is to do.");
        }
    }

    private void add(Kind kind, Rule rule, String message) {
        findings.add(new Finding(kind, rule.id(), rule.place(), message));
    }
}
