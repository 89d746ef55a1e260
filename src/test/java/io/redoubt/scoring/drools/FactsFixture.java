package io.redoubt.scoring.drools;

import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RuleFixture;
import io.redoubt.scoring.FactRow;
import io.redoubt.scoring.FactSet;
import io.redoubt.shared.FactState;
import io.redoubt.shared.RandomFixture;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.ValueType.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Random facts of one supplier in every state, kept apart from the engine so that each oracle gets its own copy. */
final class FactsFixture {
    /** The site of a fact that is at no known site. */
    static final int NOWHERE = -1;

    private final FactCatalogue catalogue;
    private final RandomFixture random;
    private final List<Long> numbers;

    private FactsFixture(FactCatalogue catalogue, RandomFixture random, List<Long> numbers) {
        this.catalogue = catalogue;
        this.random = random;
        this.numbers = numbers;
    }

    /**
     * One fact.
     *
     * @param readings by index of the field
     * @param site number of the row of its site
     */
    record Row(FactType type, List<Reading> readings, int site) {}

    /** The numbers that matter to rules: their own, and those next to them. */
    static List<Long> numbers(List<Rule> rules) {
        TreeSet<Long> numbers = new TreeSet<>(RuleFixture.NUMBERS);
        rules.stream()
                .flatMap(rule -> rule.when().comparisons())
                .filter(c -> c.field().type() instanceof Quantity)
                .flatMap(c -> c.operands().stream())
                .map(operand -> ((Literal) operand).value())
                .forEach(value -> numbers.addAll(List.of(value - 1, value, value + 1)));
        return List.copyOf(numbers);
    }

    /** The supplier first, then its sites, then everything else. */
    static List<Row> rows(FactCatalogue catalogue, RandomFixture random, List<Long> numbers) {
        FactsFixture fixture = new FactsFixture(catalogue, random, numbers);
        List<Row> rows = new ArrayList<>(List.of(fixture.row(FactType.SUPPLIER, 0)));
        int sites = random.between(0, 2);
        for (int i = 0; i < sites; i++) {
            rows.add(fixture.row(FactType.SITE, 0));
        }
        for (FactType type : FactType.values()) {
            int copies = type == FactType.SUPPLIER || type == FactType.SITE ? 0 : random.between(0, 2);
            for (int i = 0; i < copies; i++) {
                rows.add(fixture.row(type, sites));
            }
        }
        return List.copyOf(rows);
    }

    /** The same facts as the product's evaluators take them. */
    static FactSet set(FactCatalogue catalogue, List<Row> rows) {
        FactSet set = new FactSet(catalogue, builder(catalogue, rows, 0));
        List<FactRow> added = new ArrayList<>(set.rows());
        for (int i = 1; i < rows.size(); i++) {
            FactSet.Builder fields = builder(catalogue, rows, i);
            int site = rows.get(i).site();
            added.add(site == NOWHERE ? set.add(fields) : set.add(fields, added.get(site)));
        }
        return set;
    }

    private static FactSet.Builder builder(FactCatalogue catalogue, List<Row> rows, int number) {
        Row row = rows.get(number);
        FactSet.Builder builder = new FactSet.Builder(catalogue, row.type(), "K" + number);
        for (FactField field : catalogue.fields(row.type())) {
            builder.set(field.name(), row.readings().get(field.index()));
        }
        return builder;
    }

    private Row row(FactType type, int sites) {
        List<Reading> readings =
                catalogue.fields(type).stream().map(this::reading).toList();
        boolean placed = type.reaches(FactType.SITE) && type != FactType.SITE && sites > 0 && random.chance(70);
        return new Row(type, readings, placed ? random.between(1, sites) : NOWHERE);
    }

    private Reading reading(FactField field) {
        ValueType type = field.type();
        if (field.identity()) {
            boolean unlisted = field.owner() != FactType.ANSWER && random.chance(20);
            return unlisted ? Reading.unknown(type, FactState.UNKNOWN) : Reading.known(value(type));
        }
        return switch (random.between(0, 9)) {
            case 0 -> Reading.notApplicable();
            case 1 -> Reading.unknown(type, FactState.UNANSWERED);
            case 2 -> Reading.unknown(type, FactState.UNKNOWN);
            case 3, 4 -> range(type, FactState.STALE);
            case 5, 6 -> range(type, FactState.ANSWERED);
            default -> Reading.known(value(type));
        };
    }

    private Reading range(ValueType type, FactState state) {
        long one = random.chance(10) ? type.least() : value(type);
        long other = random.chance(10) ? type.greatest() : value(type);
        return new Reading(state, Math.min(one, other), Math.max(one, other));
    }

    private long value(ValueType type) {
        return type instanceof Quantity ? random.pick(numbers) : random.between(0, (int) type.greatest());
    }

    /** What is known of a site that nobody named. */
    static List<Reading> nothing(FactCatalogue catalogue) {
        return Collections.unmodifiableList(catalogue.fields(FactType.SITE).stream()
                .map(field -> Reading.unknown(field.type(), FactState.UNKNOWN))
                .toList());
    }
}
