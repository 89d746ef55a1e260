package io.redoubt.scoring;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every day that stands anywhere in a record of facts, found by looking through all its parts: a kind of fact that is
 * added some day can't be forgotten. Readings of countries hold no days and are left out.
 */
final class DaysOf {
    private static final ClassValue<Method[]> PARTS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(part -> mayHold(part.getType()))
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
        }
    };

    private DaysOf() {}

    private static boolean mayHold(Class<?> type) {
        return type.isRecord()
                || Collection.class.isAssignableFrom(type)
                || Set.of(Optional.class, LocalDate.class, Instant.class).contains(type);
    }

    /** Tells each day; of an instant the days on which it may be in some time zone. */
    static void in(Object part, Consumer<LocalDate> days) {
        if (part instanceof LocalDate day) {
            days.accept(day);
        } else if (part instanceof Instant instant) {
            LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
            days.accept(day.minusDays(1));
            days.accept(day);
            days.accept(day.plusDays(1));
        } else if (part instanceof Optional<?> optional) {
            optional.ifPresent(value -> in(value, days));
        } else if (part instanceof Collection<?> collection) {
            collection.forEach(value -> in(value, days));
        } else if (part instanceof Record) {
            for (Method accessor : PARTS.get(part.getClass())) {
                in(value(part, accessor), days);
            }
        }
    }

    private static Object value(Object of, Method accessor) {
        try {
            return accessor.invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The parts of a record must be readable.", e);
        }
    }
}
