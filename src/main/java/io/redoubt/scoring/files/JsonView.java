package io.redoubt.scoring.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.redoubt.files.Problems;
import io.redoubt.shared.Micros;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A place in a JSON document with typed access. What is missing or of another type becomes a violation with its pointer
 * and a stand-in is answered, so that one reading finds everything that is wrong. Nothing is converted silently: a
 * number is no text, {@code "true"} is no flag, an unknown key is refused.
 */
final class JsonView {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_LIST = 20_000;
    /** What a decoder puts in place of bytes that it can't read. */
    private static final char UNREADABLE = '\uFFFD';

    private final JsonNode node;
    private final String pointer;
    private final List<Violation> violations;

    JsonView(JsonNode node, String pointer, List<Violation> violations) {
        this.node = node;
        this.pointer = pointer;
        this.violations = violations;
    }

    String pointer() {
        return pointer;
    }

    /** Demands an object without other keys. */
    JsonView object(String... allowed) {
        if (!node.isObject()) {
            refuse("", "The value must be an object.");
            return new JsonView(MissingNode.getInstance(), pointer, new ArrayList<>());
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!Arrays.asList(allowed).contains(name)) {
                Set<String> known = new TreeSet<>(Arrays.asList(allowed));
                refuse(
                        "/" + escape(name),
                        "The key (" + Problems.shown(name) + ") must be one of " + String.join(", ", known) + ".");
            }
        }
        return this;
    }

    String text(String key) {
        return optionalText(key).orElseGet(() -> {
            if (!node.hasNonNull(key)) {
                refuse("/" + key, "The " + key + " must be present.");
            }
            return "";
        });
    }

    Optional<String> optionalText(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        String text = value.asText();
        boolean plain = value.isTextual()
                && !text.isBlank()
                && text.length() <= LONGEST_TEXT
                && text.indexOf(UNREADABLE) < 0
                && text.equals(Problems.shownWhole(text));
        if (!plain) {
            refuse(
                    "/" + key,
                    "The " + key + " must be a text of 1 to " + LONGEST_TEXT
                            + " visible characters.\nMaybe the file is not encoded in" + " UTF-8.");
            return Optional.empty();
        }
        return Optional.of(text.strip());
    }

    /** A text that is a value of the type. */
    String code(String key, ValueType type) {
        String text = text(key);
        return text.isEmpty() ? standIn(type) : check(key, text, type);
    }

    Optional<String> optionalCode(String key, ValueType type) {
        return optionalText(key).map(text -> check(key, text, type));
    }

    private String check(String key, String text, ValueType type) {
        try {
            type.parse(text);
            return text;
        } catch (IllegalArgumentException e) {
            refuse("/" + key, "The " + key + " (" + Problems.shown(text) + ") must be " + type.describe() + ".");
            return standIn(type);
        }
    }

    /** A value that is not refused once more: the least number is negative. */
    private static String standIn(ValueType type) {
        return type instanceof ValueType.Codes ? type.format(type.least()) : "0";
    }

    LocalDate date(String key) {
        demand(key);
        return optionalDate(key).orElse(LocalDate.EPOCH);
    }

    /** Refuses the object where the key is missing or empty. */
    void demand(String key) {
        if (!node.hasNonNull(key)) {
            refuse("/" + key, "The " + key + " must be present.");
        }
    }

    Optional<LocalDate> optionalDate(String key) {
        Optional<String> text = optionalText(key);
        try {
            return text.map(DayText::day);
        } catch (DateTimeParseException e) {
            refuse(
                    "/" + key,
                    "The " + key + " (" + Problems.shown(text.orElse("")) + ") must be a date such as 2026-11-01.");
            return Optional.empty();
        }
    }

    /** A day that must not lie before another. */
    Optional<LocalDate> notBefore(String key, LocalDate start, String startKey) {
        Optional<LocalDate> end = optionalDate(key);
        if (end.filter(e -> e.isBefore(start)).isPresent()) {
            refuse("/" + key, "The " + key + " must not lie before " + startKey + " (" + start + ").");
        }
        return end;
    }

    /** A day that must be present and not lie before another. */
    LocalDate demandedNotBefore(String key, LocalDate start, String startKey) {
        demand(key);
        return notBefore(key, start, startKey).orElse(LocalDate.EPOCH);
    }

    /** A point in time with its offset. */
    Optional<Instant> optionalInstant(String key) {
        Optional<String> text = optionalText(key);
        try {
            return text.map(DayText::instant);
        } catch (DateTimeException e) {
            refuse(
                    "/" + key,
                    "The " + key + " (" + Problems.shown(text.orElse(""))
                            + ") must be an instant such as 2026-11-01T08:00:00Z.");
            return Optional.empty();
        }
    }

    /** A list of texts that may be missing. */
    List<String> texts(String key) {
        return List.copyOf(placed(key).values());
    }

    /** The texts of a list by their places; a place is left out where no text can be read. */
    SortedMap<Integer, String> placed(String key) {
        SortedMap<Integer, String> texts = new TreeMap<>();
        List<JsonView> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            Optional<String> text = items.get(i).entry(key);
            if (text.isPresent()) {
                texts.put(i, text.get());
            }
        }
        if (texts.values().stream().distinct().count() != texts.size()) {
            refuse("/" + key, "The " + key + " must name each entry once.");
        }
        return texts;
    }

    private Optional<String> entry(String list) {
        List<Violation> found = new ArrayList<>();
        Optional<String> text =
                new JsonView(JsonNodeFactory.instance.objectNode().set("", node), pointer, found).optionalText("");
        if (text.isEmpty()) {
            refuse("", "The entry of " + list + " must be a text of 1 to " + LONGEST_TEXT + " visible characters.");
        }
        return text;
    }

    /** A list of values of the type that may be missing. */
    List<String> codes(String key, ValueType type) {
        SortedMap<Integer, String> texts = placed(key);
        texts.forEach((place, text) -> check(key + "/" + place, text, type));
        return List.copyOf(texts.values());
    }

    /** A list of the supplier's sites that may be missing. */
    List<String> sites(String key, Set<String> sites) {
        SortedMap<Integer, String> texts = placed(key);
        texts.forEach((place, site) -> {
            if (!sites.contains(site)) {
                refuse(
                        "/" + key + "/" + place,
                        "The site (" + Problems.shown(site) + ") must be one of the supplier's sites.");
            }
        });
        return List.copyOf(texts.values());
    }

    /** One of the supplier's sites. */
    Optional<String> site(String key, Set<String> sites) {
        Optional<String> site = optionalText(key);
        if (site.filter(id -> !sites.contains(id)).isPresent()) {
            refuse(
                    "/" + key,
                    "The " + key + " (" + Problems.shown(site.orElse("")) + ") must be one of the supplier's sites.");
        }
        return site;
    }

    /** A percentage in millionths. */
    Optional<Long> percent(String key) {
        Optional<Long> value = optionalMicros(key);
        if (value.filter(v -> v > 100 * Micros.ONE).isPresent()) {
            refuse("/" + key, "The " + key + " must be at most 100 percent.");
        }
        return value;
    }

    Optional<Boolean> optionalFlag(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            refuse("/" + key, "The " + key + " must be true or false.");
        }
        return Optional.of(value.asBoolean());
    }

    /** A number, or a text that is a plain decimal, in millionths; not negative. */
    Optional<Long> optionalMicros(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            if (!value.isNumber() && !value.isTextual()) {
                throw new NumberFormatException("The value must be a number.");
            }
            long micros = value.isNumber() ? Micros.of(value.decimalValue()) : Micros.parse(value.asText());
            if (micros < 0) {
                throw new NumberFormatException("The value must not be negative.");
            }
            return Optional.of(micros);
        } catch (NumberFormatException e) {
            refuse("/" + key, "The " + key + " must be a plain decimal from 0 with at most six decimals.");
            return Optional.empty();
        }
    }

    /** The items of a list that may be missing. */
    List<JsonView> items(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > LONGEST_LIST) {
            refuse("/" + key, "The " + key + " must be a list of at most " + LONGEST_LIST + " items.");
            return List.of();
        }
        List<JsonView> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            items.add(new JsonView(value.get(i), pointer + "/" + key + "/" + i, violations));
        }
        return items;
    }

    /** The items of a list that must have at least one. */
    List<JsonView> someItems(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty())) {
            refuse("/" + key, "The " + key + " must have at least one entry.");
        }
        return items(key);
    }

    /** An object that may be missing. */
    Optional<JsonView> optional(String key) {
        JsonNode value = node.path(key);
        return value.isMissingNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(new JsonView(value, pointer + "/" + escape(key), violations));
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    void refuse(String below, String message) {
        violations.add(new Violation(pointer + below, message));
    }

    /** Whether one of the keys has been refused since so much of the whole document was. */
    boolean refusedSince(int before, String... keys) {
        if (violations.size() == before) {
            return false;
        }
        Set<String> pointers = new TreeSet<>();
        Arrays.stream(keys).forEach(key -> pointers.add(pointer + "/" + key));
        return violations.subList(before, violations.size()).stream()
                .anyMatch(violation -> violation.pointer().equals(pointer) || pointers.contains(violation.pointer()));
    }

    /** How much of the whole document has been refused so far. */
    int refused() {
        return violations.size();
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
