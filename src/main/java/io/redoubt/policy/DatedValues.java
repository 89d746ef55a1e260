package io.redoubt.policy;

import io.redoubt.rulepack.Parameter.DatedValue;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** What parameters, and owners on lists, are from which day on. */
final class DatedValues {
    private final Map<String, TreeMap<LocalDate, Object>> values = new HashMap<>();

    private DatedValues(Methodology methodology) {
        methodology.pack().parameters().forEach(parameter -> {
            for (DatedValue value : parameter.values()) {
                put(parameter.id(), value.from(), value.value());
            }
        });
        methodology
                .owners()
                .lists()
                .values()
                .forEach(list -> list.entries().forEach(entry -> {
                    String owner = list.id() + " " + entry.identifier();
                    put(owner, entry.from(), true);
                    entry.until().ifPresent(last -> put(owner, last.plusDays(1), false));
                }));
    }

    private void put(String of, LocalDate from, Object value) {
        values.computeIfAbsent(of, o -> new TreeMap<>()).put(from, value);
    }

    /**
     * The day on which most of what was changed counts; of several such days the first. What was changed for a while
     * counts on no day after that.
     *
     * @param earliest first day that may be told
     */
    static LocalDate whenMostCounts(Methodology before, Methodology after, LocalDate earliest) {
        DatedValues old = new DatedValues(before);
        DatedValues now = new DatedValues(after);
        LocalDate begin = after.pack().header().effectiveFrom();
        LocalDate best = begin.isAfter(earliest) ? begin : earliest;
        TreeSet<LocalDate> days = new TreeSet<>();
        old.values.values().forEach(one -> days.addAll(one.keySet()));
        now.values.values().forEach(one -> days.addAll(one.keySet()));
        long most = old.differing(now, best);
        for (LocalDate day : days.tailSet(best, false)) {
            long differing = old.differing(now, day);
            if (differing > most) {
                most = differing;
                best = day;
            }
        }
        return best;
    }

    private long differing(DatedValues other, LocalDate day) {
        TreeSet<String> all = new TreeSet<>(values.keySet());
        all.addAll(other.values.keySet());
        return all.stream()
                .filter(of -> !Objects.equals(on(of, day), other.on(of, day)))
                .count();
    }

    /** Before it is listed an owner is as one who is on no list. */
    private Object on(String of, LocalDate day) {
        Map.Entry<LocalDate, Object> value =
                values.getOrDefault(of, new TreeMap<>()).floorEntry(day);
        return value == null ? false : value.getValue();
    }
}
