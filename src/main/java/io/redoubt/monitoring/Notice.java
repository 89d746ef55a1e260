package io.redoubt.monitoring;

import io.redoubt.files.PlainText;
import io.redoubt.shared.Violation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a source tells of a supplier or a country.
 *
 * @param subject what changed: who the vendor, the provider or the owner is, the id of the certificate, the list, the factor
 * @param source who tells it, such as a register or a service that watches
 * @param reference under which the source tells it once
 * @param after of a certificate {@code VALID}, {@code SUSPENDED} or {@code WITHDRAWN}
 */
record Notice(
        Signal.Kind kind,
        Optional<String> supplier,
        Optional<String> country,
        String subject,
        LocalDate occurredOn,
        String source,
        String reference,
        Optional<String> before,
        Optional<String> after) {
    static final List<String> FIELDS =
            List.of("kind", "supplier", "country", "subject", "occurredOn", "source", "reference", "before", "after");

    static final List<String> STATES = List.of("VALID", "SUSPENDED", "WITHDRAWN");

    private static final int LONGEST = 200;

    /** What could be read, or everything that keeps it from being read. */
    record Read(Optional<Notice> notice, List<Violation> violations) {}

    static Read of(Map<String, String> fields, LocalDate today) {
        List<Violation> violations = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (!FIELDS.contains(name)) {
                violations.add(
                        new Violation("/" + name, "The field must be one of " + String.join(", ", FIELDS) + "."));
            } else if (value != null
                    && (value.length() > LONGEST || PlainText.forbidden(value).isPresent())) {
                violations.add(new Violation(
                        "/" + name, "The " + name + " must be at most " + LONGEST + " visible characters."));
            }
        });
        Optional<Signal.Kind> kind = kind(fields, violations);
        Optional<LocalDate> occurredOn = day(fields, today, violations);
        Optional<String> supplier = text(fields, "supplier");
        Optional<String> country = text(fields, "country");
        for (String required : List.of("subject", "source", "reference")) {
            if (text(fields, required).isEmpty()) {
                violations.add(new Violation("/" + required, "The " + required + " must be present."));
            }
        }
        kind.ifPresent(of -> {
            boolean ofCountry = of == Signal.Kind.COUNTRY_FACTOR;
            if (ofCountry == country.isEmpty() || ofCountry == supplier.isPresent()) {
                violations.add(new Violation(
                        ofCountry ? "/country" : "/supplier",
                        "The notice (" + of + ") must name a "
                                + (ofCountry ? "country and no supplier." : "supplier and no country.")));
            }
            if (of == Signal.Kind.CERTIFICATE_STATUS
                    && text(fields, "after").filter(STATES::contains).isEmpty()) {
                violations.add(new Violation("/after", "The after must be one of " + String.join(", ", STATES) + "."));
            }
        });
        if (!violations.isEmpty()) {
            return new Read(Optional.empty(), violations);
        }
        Notice notice = new Notice(
                kind.orElseThrow(),
                supplier,
                country,
                text(fields, "subject").orElseThrow(),
                occurredOn.orElseThrow(),
                text(fields, "source").orElseThrow(),
                text(fields, "reference").orElseThrow(),
                text(fields, "before"),
                text(fields, "after"));
        return new Read(Optional.of(notice), List.of());
    }

    private static Optional<String> text(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Optional<Signal.Kind> kind(Map<String, String> fields, List<Violation> violations) {
        Optional<Signal.Kind> kind = Arrays.stream(Signal.Kind.values())
                .filter(Signal.Kind::isTold)
                .filter(one -> text(fields, "kind").filter(one.name()::equals).isPresent())
                .findFirst();
        if (kind.isEmpty()) {
            violations.add(new Violation(
                    "/kind",
                    "The kind must be one of "
                            + Arrays.stream(Signal.Kind.values())
                                    .filter(Signal.Kind::isTold)
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", "))
                            + "."));
        }
        return kind;
    }

    private static Optional<LocalDate> day(Map<String, String> fields, LocalDate today, List<Violation> violations) {
        try {
            Optional<LocalDate> day = text(fields, "occurredOn").map(LocalDate::parse);
            if (day.filter(d -> !d.isAfter(today) && d.getYear() >= 1900).isPresent()) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // told below like any other text that is no such day
        }
        violations.add(
                new Violation("/occurredOn", "The occurredOn must be a date such as 2026-11-01, and not to come."));
        return Optional.empty();
    }

    /** The supplier or the country. */
    String about() {
        return supplier.or(() -> country).orElseThrow();
    }

    /** In a sentence, as an alert tells it. */
    String told() {
        String change = before.map(was -> " was " + was).orElse("")
                + (before.isPresent() && after.isPresent() ? " and" : "")
                + after.map(is -> " is " + is).orElse("");
        return source + " (" + reference + ") of " + occurredOn + ": " + subject
                + (change.isEmpty() ? " changed" : change) + ".";
    }
}
