package io.redoubt.fuzz;

import io.redoubt.fuzz.DrlGrammar.Frame;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operator;
import io.redoubt.shared.RandomFixture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes typed tables in every layout that CSV allows: columns in any order, quotes where none are needed. */
final class TableGrammar {
    private final Words words;
    private final Slips slips;
    private final RandomFixture random;
    private final Frame frame;
    private final FactType subject;
    private final Map<String, Column> conditions = new LinkedHashMap<>();
    private final String effect;

    private record Column(FactField field, Operator operator) {}

    /** @param effect the column that says what a row does: points, bars or excuses */
    TableGrammar(Words words, Frame frame, FactType subject, String effect) {
        this.words = words;
        this.slips = words.slips();
        this.random = slips.random();
        this.frame = frame;
        this.subject = subject;
        this.effect = effect;
        while (conditions.isEmpty() || random.chance(50)) {
            FactField field = words.field(owner());
            Operator operator = words.operator(field);
            conditions.put(field.qualifiedName() + " " + operator.symbol(), new Column(field, operator));
        }
    }

    private FactType owner() {
        if (random.chance(70)) {
            return subject;
        }
        return random.pick(Arrays.stream(FactType.values())
                .filter(owner -> slips.slips() || subject.reaches(owner))
                .filter(owner -> owner != FactType.SITE || subject == FactType.SITE || !effect.equals("points"))
                .toList());
    }

    String file(int rows) {
        List<String> header = new ArrayList<>(
                List.of("id", "title", "reason", "rationale", "remediation", "status", "requirements", "citations"));
        header.addAll(conditions.keySet());
        if (random.chance(30)) {
            header.add("description");
        }
        header.add(effect);
        switch (effect) {
            case "points" -> header.add("domain");
            case "bars" -> header.add("waivable");
            default -> {}
        }
        List<String> shuffled = random.shuffled(header);
        String end = random.either("\n", "\n", "\r\n");
        StringBuilder text = new StringBuilder(random.chance(10) ? "\ufeff" : "");
        text.append(line(shuffled.stream()
                        .map(name -> slips.or(name, "name", "Answer.nothing ==", "Supplier.iso27001 matches", ""))
                        .toList()))
                .append(end);
        for (int i = 0; i < rows; i++) {
            Map<String, String> row = row(i);
            text.append(line(shuffled.stream()
                            .map(name -> row.getOrDefault(name, ""))
                            .toList()))
                    .append(random.chance(5) ? end + end : end);
        }
        return text.toString();
    }

    private Map<String, String> row(int number) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(
                "id",
                slips.or("%s-%02d".formatted(frame.prefix(), number + 10), "", "a", "%s-10".formatted(frame.prefix())));
        row.put("title", words.sentence());
        row.put("reason", words.reason());
        row.put("rationale", words.sentence());
        row.put("remediation", random.chance(50) ? "" : words.sentence());
        row.put("description", random.chance(50) ? "" : words.sentence());
        row.put("status", slips.or(random.chance(90) ? "ACTIVE" : "DEPRECATED", "active", ""));
        row.put("requirements", slips.or(random.either("L-01", "L-01 | C-02", ""), "L", "|"));
        row.put("citations", slips.or(frame.citation(), "", "nowhere"));
        row.put("domain", slips.or(subject == FactType.SITE ? frame.location() : frame.control(), "NOWHERE", ""));
        row.put("points", words.points());
        row.put("bars", String.join(" | ", words.workClasses()));
        row.put("waivable", slips.or("false", "true", "no"));
        row.put("excuses", words.excused());
        int filled = random.between(0, conditions.size() - 1);
        int at = 0;
        for (Map.Entry<String, Column> condition : conditions.entrySet()) {
            Column column = condition.getValue();
            boolean stands = at++ == filled || random.chance(70);
            row.put(condition.getKey(), stands ? cell(column) : "");
        }
        return row;
    }

    private String cell(Column column) {
        return slips.or(
                words.literals(column.field(), column.operator()).stream()
                        .collect(Collectors.joining(random.either(" | ", "|"))),
                "=1+1",
                "A | ");
    }

    private String line(List<String> cells) {
        return cells.stream().map(this::quoted).collect(Collectors.joining(slips.or(",", ";", "", ",,")));
    }

    private String quoted(String cell) {
        boolean needed = cell.matches("(?s).*[\",\r\n].*");
        return (needed && !slips.slips()) || random.chance(10) ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
