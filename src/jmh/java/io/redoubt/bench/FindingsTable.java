package io.redoubt.bench;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Rule;
import io.redoubt.scoring.FactDerivation;
import io.redoubt.scoring.FactRow;
import io.redoubt.scoring.FactSet;
import io.redoubt.scoring.PackInputs;
import io.redoubt.shared.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The work with many findings: 500 rules about findings over suppliers with 100 findings each. Which pairs of rule and
 * finding fire follows from the seed; about one in a hundred does.
 */
final class FindingsTable {
    static final int RULES = 500;
    static final int FINDINGS = 100;
    static final int SUPPLIERS = 100;
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static final long SEED = 20_261_121L;

    private final List<FindingRule> rules;
    private final FactCatalogue catalogue;
    private final FactDerivation derivation;
    private final List<SupplierFacts> suppliers;

    FindingsTable() {
        Random random = new Random(SEED);
        this.catalogue = FactCatalogue.of(List.of("AUT", "DEU", "JPN"), Map.<String, ValueType>of(), List.of());
        this.derivation = new FactDerivation(catalogue, new PackInputs(List.of(), List.of(), Map.of()));
        this.rules =
                Stream.generate(() -> FindingRule.random(random)).limit(RULES).toList();
        SupplierMaker maker = new SupplierMaker(random, FINDINGS, DAY);
        this.suppliers = IntStream.range(0, SUPPLIERS).mapToObj(maker::supplier).toList();
    }

    FactCatalogue catalogue() {
        return catalogue;
    }

    List<FindingRule> rules() {
        return rules;
    }

    List<Rule> typedRules() {
        return IntStream.range(0, RULES)
                .mapToObj(i -> rules.get(i).typed(catalogue, i))
                .toList();
    }

    List<SupplierFacts> suppliers() {
        return suppliers;
    }

    /** Fresh rows, ready for one evaluation. */
    List<FactSet> facts() {
        return suppliers.stream().map(facts -> derivation.derive(facts, DAY)).toList();
    }

    /** The findings of all suppliers as plain numbers, each supplier's with one trail. */
    List<List<FindingSubject>> subjects(List<Tally> tallies) {
        List<List<FindingSubject>> all = new ArrayList<>();
        List<FactSet> facts = facts();
        for (int i = 0; i < facts.size(); i++) {
            List<FindingSubject> found = new ArrayList<>();
            for (FactRow row : facts.get(i).rows()) {
                if (row.type() == FactType.FINDING) {
                    found.add(new FindingSubject(row.number(), catalogue, row, tallies.get(i)));
                }
            }
            all.add(found);
        }
        return all;
    }

    static List<Tally> tallies() {
        return Stream.generate(Tally::new).limit(SUPPLIERS).toList();
    }
}
