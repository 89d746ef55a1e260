package io.redoubt.policy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What a parameter, or an owner on a list, is from a day on. */
record DatedValue(String of, LocalDate from, Object value) {
    /** The latest day on which a value changes otherwise than before, since an earlier one would not show it. */
    static LocalDate whenAllCount(Methodology before, Methodology after, LocalDate earliest) {
        Set<DatedValue> all = values(before);
        Set<DatedValue> is = values(after);
        Set<DatedValue> both = new HashSet<>(all);
        both.retainAll(is);
        all.addAll(is);
        all.removeAll(both);
        return Stream.concat(
                        Stream.of(earliest, after.pack().header().effectiveFrom()),
                        all.stream().map(DatedValue::from))
                .max(LocalDate::compareTo)
                .orElse(earliest);
    }

    private static Set<DatedValue> values(Methodology methodology) {
        Set<DatedValue> values = new HashSet<>();
        methodology
                .pack()
                .parameters()
                .forEach(parameter -> parameter
                        .values()
                        .forEach(value -> values.add(new DatedValue(parameter.id(), value.from(), value.value()))));
        methodology
                .owners()
                .lists()
                .values()
                .forEach(list -> list.entries().forEach(entry -> {
                    String owner = list.id() + " " + entry.identifier();
                    values.add(new DatedValue(owner, entry.from(), true));
                    entry.until().ifPresent(last -> values.add(new DatedValue(owner, last.plusDays(1), false)));
                }));
        return values;
    }
}
