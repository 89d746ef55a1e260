package io.redoubt.web;

import io.redoubt.files.Problems;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads parameters of addresses, and says what is wrong where the framework would answer that nothing is there. */
@Provider
public class ParameterReader implements ParamConverterProvider {
    /** A kind of parameter. */
    private record Kind(String name, Function<String, Object> parser) {}

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            LocalDate.class, new Kind("a date such as 2026-11-01, from 1900 on", ParameterReader::date),
            Instant.class, new Kind("an instant such as 2026-11-01T08:00:00Z", ParameterReader::instant),
            UUID.class, new Kind("a UUID", UUID::fromString),
            Integer.class, new Kind("a whole number", Integer::valueOf),
            Boolean.class, new Kind("true or false", ParameterReader::flag));

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    static LocalDate date(String text) {
        return plausible(LocalDate.parse(text));
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        plausible(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        return instant;
    }

    /** Beyond these years the database counts days differently or not at all. */
    private static LocalDate plausible(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("The year must lie between 1900 and 9999.");
        }
        return date;
    }

    private static Boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("Not a flag.");
        }
        return text.equals("true");
    }

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Kind kind = KINDS.get(type);
        return kind == null ? null : new Converter<>(type, kind);
    }

    private record Converter<T>(Class<T> type, Kind kind) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return type.cast(kind.parser().apply(text));
            } catch (RuntimeException e) {
                throw new BadRequestException(
                        "The parameter (" + Problems.shown(text) + ") must be " + kind.name() + ".", e);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
