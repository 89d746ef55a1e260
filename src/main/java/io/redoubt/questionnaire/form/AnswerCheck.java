package io.redoubt.questionnaire.form;

import static io.redoubt.questionnaire.form.Kind.GRADES;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides which answers a question takes. The same for every way in: by the page, by a workbook and by somebody else's
 * sheet.
 *
 * @param today nothing is answered on a later day
 */
public record AnswerCheck(LocalDate today) {
    /** The most characters of a text, a comment or a reason. */
    public static final int LONGEST = 4000;

    /** What does not apply is looked at again within so many days. */
    public static final int LONGEST_EXCUSE_DAYS = 400;

    private static final int LONGEST_NAME = 200;
    private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?");
    private static final Pattern DAY = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");

    /**
     * A mistake in an answer.
     *
     * @param part of the answer, such as {@code value}
     */
    public record Mistake(String part, String message) {}

    /** What is wrong first; nothing where the question takes the answer. */
    public Optional<Mistake> mistake(FormQuestion question, Given given) {
        return dates(given)
                .or(() -> length(given))
                .or(() -> given.notApplicable() ? excuse(question, given) : value(question, given.value()));
    }

    private Optional<Mistake> dates(Given given) {
        if (given.answeredOn().isAfter(today)) {
            return wrong("answeredOn", given.answeredOn().toString(), "not lie after today (" + today + ").");
        }
        return given.validUntil()
                .filter(until -> until.isBefore(given.answeredOn()))
                .flatMap(until -> wrong("validUntil", until.toString(), "not lie before answeredOn."));
    }

    private static Optional<Mistake> length(Given given) {
        if (given.evidence().length() > LONGEST_NAME) {
            return tooLong("evidence", LONGEST_NAME);
        }
        if (given.comment().length() > LONGEST) {
            return tooLong("comment", LONGEST);
        }
        return given.reason().length() > LONGEST ? tooLong("reason", LONGEST) : Optional.empty();
    }

    private Optional<Mistake> excuse(FormQuestion question, Given given) {
        if (question.rated().filter(Rated::notApplicable).isEmpty()) {
            return Optional.of(new Mistake(
                    "notApplicable",
                    "The question (" + question.id() + ") must be answered; it can't be not applicable."));
        }
        if (!given.value().isEmpty()) {
            return wrong("value", shown(given.value()), "be left out where the question does not apply.");
        }
        if (given.reason().isBlank()) {
            return Optional.of(new Mistake("reason", "The reason must say why the question does not apply."));
        }
        return given.validUntil()
                .filter(until -> until.isAfter(today.plusDays(LONGEST_EXCUSE_DAYS)))
                .flatMap(until -> wrong(
                        "validUntil",
                        until.toString(),
                        "lie within " + LONGEST_EXCUSE_DAYS + " days: what does not apply is looked at again."));
    }

    private static Optional<Mistake> value(FormQuestion question, String value) {
        return switch (question.kind()) {
            case YES_PARTIAL_NO -> chosen(GRADES, List.of(value), value);
            case CHOICE -> chosen(question.choices(), List.of(value), value);
            case MULTIPLE -> chosen(question.choices(), Given.parts(value), value);
            case NUMBER ->
                NUMBER.matcher(value).matches()
                        ? Optional.empty()
                        : wrong(
                                "value",
                                shown(value),
                                "be a plain decimal such as 12.5, not negative, of " + question.unit() + ".");
            case DATE ->
                isDay(value) ? Optional.empty() : wrong("value", shown(value), "be a date such as 2026-11-01.");
            case TEXT -> text(value, LONGEST);
            case FILE -> text(value, LONGEST_NAME);
        };
    }

    private static Optional<Mistake> chosen(List<String> choices, List<String> chosen, String value) {
        boolean known = choices.containsAll(chosen) && new HashSet<>(chosen).size() == chosen.size();
        return known ? Optional.empty() : wrong("value", shown(value), "be one of " + String.join(", ", choices) + ".");
    }

    private static Optional<Mistake> text(String value, int longest) {
        if (value.isBlank()) {
            return Optional.of(new Mistake("value", "The value must not be empty."));
        }
        return value.length() > longest ? tooLong("value", longest) : Optional.empty();
    }

    private static boolean isDay(String value) {
        try {
            return DAY.matcher(value).matches() && LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Optional<Mistake> wrong(String part, String value, String rule) {
        return Optional.of(new Mistake(part, "The " + part + " (" + value + ") must " + rule));
    }

    private static Optional<Mistake> tooLong(String part, int longest) {
        return Optional.of(new Mistake(part, "The " + part + " must have at most " + longest + " characters."));
    }

    private static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}
