package io.redoubt.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.redoubt.files.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field of a JSON body as its sender knows it. */
final class BodyField {
    private static final Map<Class<?>, String> KINDS = Map.of(
            LocalDate.class, "a date such as 2026-11-01",
            Instant.class, "an instant such as 2026-11-01T08:00:00Z",
            UUID.class, "a UUID",
            boolean.class, "true or false",
            Boolean.class, "true or false",
            String.class, "a text");

    private BodyField() {}

    /** What a field of a type holds, in words. */
    static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (type.isEnum()) {
            return "one of: "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        String other = Map.class.isAssignableFrom(type) || type.isRecord()
                ? "an object"
                : Collection.class.isAssignableFrom(type) ? "a list" : "a number";
        return KINDS.getOrDefault(type, other);
    }

    /** Where it stands, as {@code rows[2].cell}. */
    static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "body" : Problems.shown(path.startsWith(".") ? path.substring(1) : path);
    }
}
