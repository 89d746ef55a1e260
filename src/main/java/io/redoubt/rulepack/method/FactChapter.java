package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Row;
import io.redoubt.rulepack.method.Block.Table;
import io.redoubt.shared.ValueType.Codes;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The facts that rules read: what each is, and which values it can have. */
record FactChapter(Telling telling) {
    void add(List<Block> blocks) {
        Set<FactField> read = telling.pack().rules().stream()
                .filter(rule -> rule.status() == Status.ACTIVE)
                .flatMap(rule -> rule.when().comparisons())
                .map(Comparison::field)
                .collect(Collectors.toCollection(() ->
                        new TreeSet<>(Comparator.comparing(FactField::owner).thenComparing(FactField::index))));
        if (read.isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, Anchor.section("facts"), Prose.of("Facts that the rules read")));
        blocks.add(new Table(
                "Facts, with their codes in rising order where one is more than another",
                List.of("Fact", "About", "What it is", "Values"),
                read.stream().map(this::row).toList()));
    }

    private Row row(FactField field) {
        boolean factor = field.owner() == FactType.SITE && Nouns.of(field).isEmpty();
        return Row.of(
                Prose.code(field.qualifiedName()),
                Prose.of(Nouns.of(field.owner())),
                factor ? telling.wording().factor(field.name()).capitalised() : Prose.of(field.description()),
                values(field));
    }

    private static Prose values(FactField field) {
        int most = 20;
        if (!(field.type() instanceof Codes codes) || codes.codes().size() > most) {
            return Prose.of(field.type().describe());
        }
        return Prose.joined(codes.codes().stream().map(Prose::code).toList(), codes.ordered() ? " < " : ", ");
    }
}
