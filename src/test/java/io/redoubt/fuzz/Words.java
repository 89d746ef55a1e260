package io.redoubt.fuzz;

import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operator;
import io.redoubt.shared.RandomFixture;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.ValueType.Codes;
import io.redoubt.shared.ValueType.Flag;
import io.redoubt.shared.ValueType.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What both notations say alike: fields, operators, literals, sentences. The sentences hold the words that attacks are
 * made of, since where people write for people such words are harmless.
 *
 * @param parameters unit by id
 */
record Words(FactCatalogue catalogue, Map<String, String> parameters, Slips slips) {
    private static final List<String> SENTENCES = List.of(
            "It matters.",
            "We import eval boards and export none.",
            "System.exit is only a word here; so is function, rule, then and end.",
            "Größe, façade, 日本, 𝒜 and ½",
            "Runtime: see § 4 (a) [b] {c} #5 & more < less > \u00a35",
            "'Single' quotes, commas, and; semicolons",
            "T( #{ ${a} {{b}} are what other engines would run",
            "when insert from not exists query package global");

    Words {
        parameters = new TreeMap<>(parameters);
    }

    private RandomFixture random() {
        return slips.random();
    }

    String sentence() {
        return slips.or(random().pick(SENTENCES), "", " ", "a\"b", "a\\b", "a\nb", "x".repeat(11_000));
    }

    String reason() {
        return slips.or("REASON_" + random().between(1, 99), "reason", "R", "A".repeat(99));
    }

    FactField field(FactType owner) {
        return random().pick(catalogue.fields(owner));
    }

    Operator operator(FactField field) {
        List<Operator> meaning = Arrays.stream(Operator.values())
                .filter(one -> field.type().ordered() || !one.needsOrder())
                .toList();
        return random().pick(slips.slips() ? List.of(Operator.values()) : meaning);
    }

    /** Literals as the operator takes them, each once and without quotes. */
    Collection<String> literals(FactField field, Operator operator) {
        Set<String> literals = new LinkedHashSet<>();
        int size = operator.takesMany() ? random().between(1, 4) : 1;
        for (int i = 0; i < size; i++) {
            literals.add(literal(field.type()));
        }
        return distinct(literals, field.type());
    }

    /** 1 and 1.0 are one value. */
    private static Collection<String> distinct(Set<String> literals, ValueType type) {
        Map<String, String> byValue = new TreeMap<>();
        for (String literal : literals) {
            String key = literal;
            if (type instanceof Quantity && literal.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
                key = type.format(type.parse(literal));
            }
            byValue.putIfAbsent(key, literal);
        }
        return byValue.values();
    }

    private String literal(ValueType type) {
        if (type instanceof Codes codes) {
            return slips.or(random().pick(codes.codes()), "MAYBE", "no", "$limit");
        }
        if (type instanceof Flag) {
            return slips.or(random().either("true", "false"), "TRUE", "1", "yes");
        }
        String unit = ((Quantity) type).unit();
        List<String> fitting = new ArrayList<>();
        parameters.forEach((id, of) -> {
            if (!of.equals("points") && (unit.isEmpty() || unit.equals(of))) {
                fitting.add("$" + id);
            }
        });
        if (!fitting.isEmpty() && random().chance(25)) {
            return slips.or(random().pick(fitting), "$nothing", "$", "$few");
        }
        return slips.or(number(), "1e3", "0x10", "5L", "99999999999999999999", "1.0000001", "NaN");
    }

    private String number() {
        return random().either("0", "1", "2", "3.5", "-1", "0.000001", "30", "365", "100", "0099", "2.50", "-0");
    }

    String points() {
        if (parameters.containsValue("points") && random().chance(20)) {
            return slips.or(
                    "$"
                            + parameters.entrySet().stream()
                                    .filter(entry -> entry.getValue().equals("points"))
                                    .map(Map.Entry::getKey)
                                    .findFirst()
                                    .orElseThrow(),
                    "$nothing",
                    "$limit");
        }
        return slips.or(
                random().either("1", "5", "12.5", "60", "100", "0", "0.000001"), "101", "1000000", "-100.1", "1e2");
    }

    List<String> workClasses() {
        return List.of(slips.or(
                random().either("*/*", "CRITICAL/*", "CONFIDENTIAL+/*", "STANDARD/ASSEMBLY"), "EVERYTHING", "*"));
    }

    /** A question that may be excused. */
    String excused() {
        List<String> may = catalogue.questions().stream()
                .filter(io.redoubt.rulepack.Question::notApplicable)
                .map(io.redoubt.rulepack.Question::id)
                .toList();
        return slips.or(random().pick(may), "Q-NONE", "");
    }
}
