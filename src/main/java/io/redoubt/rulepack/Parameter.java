package io.redoubt.rulepack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A number with dates: which value applies depends on the day the pack is asked for, and every value says where it
 * comes from.
 *
 * @param unit the unit of the fields it may be compared with; {@code points} for the points of an action
 * @param values in rising order of their start
 * @param lastKnownValidOn when somebody last made sure that the latest value still stands; tells <em>unchanged</em>
 *     from <em>nobody looked</em>
 */
public record Parameter(String id, String title, String unit, List<DatedValue> values, LocalDate lastKnownValidOn) {
    public Parameter {
        values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param from first day it applies
     * @param value in millionths of the unit
     * @param citation id of the source of this value
     */
    public record DatedValue(LocalDate from, long value, String citation) {}

    /** The value on a day: the latest that has begun; nothing before the first. */
    public Optional<Long> on(LocalDate day) {
        return values.stream()
                .filter(v -> !v.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(DatedValue::value);
    }
}
