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
            LocalDate.class, new Kind("a date such as 2026-11-01", LocalDate::parse),
            Instant.class, new Kind("an instant such as 2026-11-01T08:00:00Z", Instant::parse),
            UUID.class, new Kind("a UUID", UUID::fromString),
            Integer.class, new Kind("a whole number", Integer::valueOf));

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
