package io.redoubt.rulepack.files;

import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.Scalar;
import io.redoubt.rulepack.Action;
import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Dossier;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads a typed decision table. A column is part of a rule's dossier, its effect, or a condition whose heading names a
 * field of the catalogue and an operator; a cell then holds one literal of the field's type, or a list of them.
 */
final class TableReader {
    private static final Set<String> DOSSIER =
            Set.of("id", "title", "reason", "requirements", "citations", "status", "rationale", "remediation");
    private static final String DESCRIPTION = "description";
    private static final Set<String> POINTS = Set.of("domain", "points");
    private static final Set<String> BARS = Set.of("bars", "waivable");
    private static final Set<String> EXCUSES = Set.of("excuses");

    private final RuleTable table;
    private final String file;
    private final Vocabulary vocabulary;
    private final Problems problems;

    TableReader(RuleTable table, String file, Vocabulary vocabulary, Problems problems) {
        this.table = table;
        this.file = file;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** A condition's heading. */
    private record Binding(FactField field, Operator operator) {}

    List<Rule> read(String text) {
        Optional<CsvTable> csv = CsvTable.of(file, text, problems);
        if (csv.isEmpty()) {
            return List.of();
        }
        Set<String> effect = effect(csv.get());
        require(csv.get(), DOSSIER);
        require(csv.get(), effect);
        Map<String, Binding> bindings = bindings(csv.get(), effect);
        List<Rule> rules = new ArrayList<>();
        for (CsvRow row : csv.get().rows()) {
            rules.add(rule(row, rules.size(), bindings));
        }
        return rules;
    }

    private static Set<String> effect(CsvTable csv) {
        if (csv.has("points")) {
            return POINTS;
        }
        return csv.has("excuses") ? EXCUSES : BARS;
    }

    private void require(CsvTable csv, Set<String> columns) {
        columns.stream()
                .filter(column -> !csv.has(column))
                .sorted()
                .forEach(column -> problems.add(
                        csv.headerPlace(0), "The table (" + table.id() + ") must have a column " + column + "."));
    }

    private Map<String, Binding> bindings(CsvTable csv, Set<String> effect) {
        Map<String, Binding> bindings = new LinkedHashMap<>();
        for (int i = 0; i < csv.header().size(); i++) {
            String heading = csv.header().get(i);
            if (!DOSSIER.contains(heading) && !heading.equals(DESCRIPTION) && !effect.contains(heading)) {
                bind(heading, csv.headerPlace(i)).ifPresent(binding -> bindings.put(heading, binding));
            }
        }
        return bindings;
    }

    private Optional<Binding> bind(String heading, Place place) {
        int space = heading.indexOf(' ');
        if (space < 0) {
            problems.add(
                    place,
                    "The column (" + Problems.shown(heading) + ") must be one of " + String.join(", ", sorted(DOSSIER))
                            + ", description, domain, points, bars, waivable, excuses, or a condition such as Answer.value ==.");
            return Optional.empty();
        }
        return placed(place, () -> {
            FactField field = vocabulary.field(heading.substring(0, space), table.subject());
            return new Binding(
                    field, Vocabulary.operator(heading.substring(space + 1).strip(), field));
        });
    }

    private static void refuseFormulas(CsvRow row) {
        Stream.concat(DOSSIER.stream().sorted().map(row::cell), row.optional(DESCRIPTION).stream())
                .forEach(Scalar::refuseFormula);
    }

    private Rule rule(CsvRow row, int order, Map<String, Binding> bindings) {
        refuseFormulas(row);
        List<Condition> conditions = new ArrayList<>();
        bindings.forEach((heading, binding) ->
                row.optional(heading).flatMap(cell -> comparison(cell, binding)).ifPresent(conditions::add));
        if (bindings.keySet().stream().allMatch(heading -> row.cell(heading).isBlank())) {
            problems.add(row.place(), "The row must have at least one condition.\nMaybe fill in a condition cell.");
        }
        return new Rule(
                row.text("id"),
                table.id(),
                order,
                table.subject(),
                new Condition.AllOf(conditions),
                action(row),
                new Dossier(
                        row.text("title"),
                        row.optional(DESCRIPTION).map(Scalar::raw).orElse(""),
                        row.text("reason"),
                        row.text("rationale"),
                        row.optional("remediation").map(Scalar::raw).orElse("")),
                texts(row.parts("requirements")),
                texts(row.parts("citations")),
                status(row),
                row.place());
    }

    private Optional<Condition> comparison(Scalar cell, Binding binding) {
        List<String> texts = binding.operator().takesMany() ? texts(cell.parts()) : List.of(cell.raw());
        return placed(cell.place(), () -> vocabulary.comparison(binding.field(), binding.operator(), texts));
    }

    private Action action(CsvRow row) {
        if (row.has("points")) {
            return addPoints(row);
        }
        return row.has("excuses") ? excuse(row) : bar(row);
    }

    private Action excuse(CsvRow row) {
        List<String> questions = texts(row.parts("excuses"));
        return placed(row.cell("excuses").place(), () -> vocabulary.excuse(questions, table.subject()))
                .orElse(new Action.Excuse(List.of()));
    }

    private Action addPoints(CsvRow row) {
        Scalar points = row.cell("points");
        return new AddPoints(
                row.text("domain"),
                points.text()
                        .flatMap(text -> placed(points.place(), () -> vocabulary.points(text)))
                        .orElse(new Literal(0)));
    }

    private Action bar(CsvRow row) {
        List<WorkClass> classes = new ArrayList<>();
        for (Scalar pattern : row.parts("bars")) {
            placed(pattern.place(), () -> WorkClass.matching(pattern.raw())).ifPresent(classes::addAll);
        }
        if (classes.isEmpty()) {
            problems.add(row.cell("bars").place(), "The knock-out must bar at least one class of work.");
        }
        return new Bar(classes, row.flag("waivable"));
    }

    private Status status(CsvRow row) {
        String text = row.text("status");
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(
                            row.cell("status").place(),
                            "The status (" + Problems.shown(text) + ") must be ACTIVE or DEPRECATED.");
                    return Status.DEPRECATED;
                });
    }

    private static List<String> texts(List<Scalar> scalars) {
        return scalars.stream().map(Scalar::raw).toList();
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private <T> Optional<T> placed(Place place, Supplier<? extends T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException e) {
            problems.add(place, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
