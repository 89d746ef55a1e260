package io.redoubt.files;

import static io.redoubt.files.Problems.shown;

import io.redoubt.shared.Place;
import io.redoubt.shared.ValueType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One value as its author wrote it: a YAML scalar or a CSV cell. Typed access answers nothing where the text is not of
 * the type, after adding the problem at the value's place. Nothing is guessed: {@code yes} is no flag, {@code 1e3} no
 * number, {@code 1.5.2026} no date. Space around the text does not count.
 */
public final class Scalar {
    private static final int LONGEST_ATOM = 200;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private final String name;
    private final String raw;
    private final Place place;
    private final Problems problems;

    /**
     * Wraps a value.
     *
     * @param name what messages call it: the key or the column
     */
    public Scalar(Place place, String name, String raw, Problems problems) {
        this.place = place;
        this.name = name;
        this.raw = raw.strip();
        this.problems = problems;
    }

    public Place place() {
        return place;
    }

    /** The text as written, perhaps empty. */
    public String raw() {
        return raw;
    }

    public boolean isBlank() {
        return raw.isEmpty();
    }

    /** Adds a problem with this value: {@code The <name> (<value>) must <rule>.} */
    public void refuse(String rule) {
        problems.add(place, "The " + shown(name) + " (" + shown(raw) + ") must " + rule);
    }

    /** Text that is not empty. */
    public Optional<String> text() {
        if (isBlank()) {
            refuse("not be empty.");
            return Optional.empty();
        }
        return Optional.of(raw);
    }

    /** Refuses a text that a spreadsheet would take for a formula: it would run when somebody opens the table. */
    public void refuseFormula() {
        if (!isBlank() && "=+-@".indexOf(raw.charAt(0)) >= 0) {
            refuse("not begin like a formula.\nMaybe begin with a letter.");
        }
    }

    /** A day such as {@code 2026-11-01} that exists. */
    public Optional<LocalDate> date() {
        if (DATE.matcher(raw).matches()) {
            try {
                return Optional.of(LocalDate.parse(raw));
            } catch (DateTimeParseException e) {
                // No such day: refused below, like any other text.
            }
        }
        refuse("be a date such as 2026-11-01.");
        return Optional.empty();
    }

    /** A whole number of at most nine digits. */
    public Optional<Integer> integer() {
        return matching(INTEGER, "be a whole number such as 12.").map(Integer::valueOf);
    }

    /** A plain decimal such as {@code -12.5}, as written: whoever knows its unit decides how exact it may be. */
    public Optional<String> decimal() {
        return matching(DECIMAL, "be a plain decimal such as 12.5.");
    }

    public Optional<Boolean> flag() {
        return oneOf(List.of("true", "false")).map("true"::equals);
    }

    /** One of the known texts. */
    public Optional<String> oneOf(Collection<String> known) {
        if (known.contains(raw)) {
            return Optional.of(raw);
        }
        refuse("be one of " + String.join(", ", known) + ".");
        return Optional.empty();
    }

    /** A value of a field's type, in its whole-number form. */
    public Optional<Long> value(ValueType type) {
        if (raw.length() <= LONGEST_ATOM) {
            try {
                return Optional.of(type.parse(raw));
            } catch (IllegalArgumentException e) {
                // Refused below with the name of the value, which the type does not know.
            }
        }
        boolean number = type instanceof ValueType.Quantity;
        refuse("be " + type.describe() + (number ? " such as 12.5, with at most six decimals." : "."));
        return Optional.empty();
    }

    /** The parts of {@code A | B}; none of an empty value. */
    public List<Scalar> parts() {
        List<Scalar> parts = new ArrayList<>();
        for (String part : isBlank() ? new String[0] : raw.split("\\|", -1)) {
            Scalar scalar = new Scalar(place, name, part, problems);
            scalar.text().ifPresent(text -> parts.add(scalar));
        }
        return List.copyOf(parts);
    }

    private Optional<String> matching(Pattern pattern, String rule) {
        if (raw.length() <= LONGEST_ATOM && pattern.matcher(raw).matches()) {
            return Optional.of(raw);
        }
        refuse(rule);
        return Optional.empty();
    }
}
