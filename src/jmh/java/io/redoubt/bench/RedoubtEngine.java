package io.redoubt.bench;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Dossier;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.scoring.FactSet;
import io.redoubt.scoring.RuleEvaluator;
import io.redoubt.scoring.Trail;
import io.redoubt.shared.Place;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.ValueType.Codes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The product's own typed model: the attributes are jurisdiction factors of a supplier's one site. */
final class RedoubtEngine implements Engine {
    private final RuleEvaluator evaluator;
    private final int[] points;
    private final FactCatalogue catalogue;
    private final FactSet.Builder supplier;
    private final List<FactSet.Builder> sites;
    private final int batchSize;

    private List<FactSet> facts = List.of();

    RedoubtEngine(EqualityTable table, Function<List<Rule>, RuleEvaluator> maker, int batchSize) {
        this.evaluator = maker.apply(rules(table));
        this.points = table.points();
        this.batchSize = batchSize;
        this.catalogue = catalogue(table);
        this.supplier = new FactSet.Builder(catalogue, FactType.SUPPLIER, "");
        this.sites = Arrays.stream(table.suppliers()).map(this::site).toList();
    }

    static List<Rule> rules(EqualityTable table) {
        FactCatalogue catalogue = catalogue(table);
        return IntStream.range(0, table.rows())
                .mapToObj(row -> rule(catalogue, table, row))
                .toList();
    }

    private static FactCatalogue catalogue(EqualityTable table) {
        Codes codes = new Codes(
                IntStream.range(0, table.codes()).mapToObj(code -> "C" + code).toList(), false);
        Map<String, ValueType> factors = new LinkedHashMap<>();
        IntStream.range(0, EqualityTable.ATTRIBUTES).forEach(i -> factors.put(attribute(i), codes));
        return FactCatalogue.of(List.of("AUT"), factors, List.of());
    }

    private static String attribute(int number) {
        return "attribute_" + number;
    }

    private static Rule rule(FactCatalogue catalogue, EqualityTable table, int row) {
        return new Rule(
                "ROW-" + row,
                "rows",
                row,
                FactType.SITE,
                new Comparison(
                        catalogue.field(FactType.SITE, attribute(table.attribute(row))),
                        Operator.EQUAL,
                        List.of(new Literal(table.code(row)))),
                new AddPoints("rows", new Literal(table.points()[row])),
                new Dossier("", "", "", "", ""),
                List.of(),
                List.of(),
                Status.ACTIVE,
                Place.of("rows.csv", row + 1));
    }

    private FactSet.Builder site(int[] codes) {
        FactSet.Builder site = new FactSet.Builder(catalogue, FactType.SITE, "site");
        for (int i = 0; i < codes.length; i++) {
            site.set(attribute(i), Reading.known(codes[i]));
        }
        return site;
    }

    @Override
    public void prepare() {
        List<FactSet> fresh = new ArrayList<>(sites.size());
        for (FactSet.Builder site : sites) {
            FactSet set = new FactSet(catalogue, supplier);
            set.add(site);
            fresh.add(set);
        }
        facts = fresh;
    }

    @Override
    public int[] totals() {
        int[] totals = new int[facts.size()];
        for (int from = 0; from < facts.size(); from += batchSize) {
            evaluator.evaluate(facts.subList(from, Math.min(facts.size(), from + batchSize)));
        }
        for (int i = 0; i < totals.length; i++) {
            totals[i] = total(facts.get(i).trail());
        }
        return totals;
    }

    private int total(Trail trail) {
        int total = 0;
        for (int i = 0; i < trail.size(); i++) {
            total += points[trail.rule(i)];
        }
        return total;
    }
}
