package io.redoubt.rulepack.checks;

import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts whose fields each lie in a set of values: a row of a table, or one alternative of a written rule.
 *
 * @param fields those that are asked for; every other field may have any value
 */
record Box(SortedMap<FactField, Values> fields) {
    /** More alternatives than anybody can read; such a rule is not looked into. */
    static final int MOST = 256;

    /** As by their qualified names, which would have to be put together first. */
    private static final Comparator<FactField> BY_NAME =
            Comparator.comparing((FactField field) -> field.owner().label()).thenComparing(FactField::name);

    Box {
        fields = Collections.unmodifiableSortedMap(fields);
    }

    /** Every fact. */
    static Box all() {
        return new Box(new TreeMap<>(BY_NAME));
    }

    /** The alternatives of a condition that can be met at all; empty where none can, or where they are too many. */
    static List<Box> of(Condition condition) {
        if (condition instanceof Comparison comparison) {
            return all().with(comparison.field(), Values.of(comparison)).some();
        }
        if (condition instanceof AnyOf any) {
            List<Box> found = new ArrayList<>();
            any.parts().forEach(part -> found.addAll(of(part)));
            return found;
        }
        List<Box> found = List.of(all());
        for (Condition part : ((AllOf) condition).parts()) {
            List<Box> boxes = of(part);
            if (found.size() > MOST || boxes.size() > MOST) {
                // what was left out would have to be looked at too
                return found.size() > MOST ? found : boxes;
            }
            found = found.stream()
                    .flatMap(box -> boxes.stream().map(box::and))
                    .flatMap(box -> box.some().stream())
                    .limit(MOST + 1L)
                    .toList();
        }
        return found;
    }

    private List<Box> some() {
        return isEmpty() ? List.of() : List.of(this);
    }

    boolean isEmpty() {
        return fields.values().stream().anyMatch(Values::isEmpty);
    }

    Values values(FactField field) {
        Values values = fields.get(field);
        return values == null ? Values.all(field.type()) : values;
    }

    /** Whether some fact lies in both; neither is empty. */
    boolean meets(Box other) {
        for (Map.Entry<FactField, Values> entry : fields.entrySet()) {
            Values values = other.fields.get(entry.getKey());
            if (values != null && !values.meets(entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether every fact of another lies in this one; neither is empty. */
    boolean contains(Box other) {
        for (Map.Entry<FactField, Values> entry : fields.entrySet()) {
            if (!entry.getValue().contains(other.values(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    Box with(FactField field, Values values) {
        SortedMap<FactField, Values> changed = new TreeMap<>(BY_NAME);
        changed.putAll(fields);
        changed.put(field, values);
        return new Box(changed);
    }

    Box and(Box other) {
        Box both = this;
        for (Map.Entry<FactField, Values> entry : other.fields.entrySet()) {
            both = both.with(entry.getKey(), values(entry.getKey()).and(entry.getValue()));
        }
        return both;
    }

    /** What lies in this one only, in boxes that do not overlap: one for each field in which they differ. */
    List<Box> minus(Box other) {
        if (!meets(other)) {
            return List.of(this);
        }
        List<Box> left = new ArrayList<>();
        Box rest = this;
        for (Map.Entry<FactField, Values> entry : other.fields.entrySet()) {
            FactField field = entry.getKey();
            left.addAll(
                    rest.with(field, rest.values(field).minus(entry.getValue())).some());
            rest = rest.with(field, rest.values(field).and(entry.getValue()));
        }
        return left;
    }
}
