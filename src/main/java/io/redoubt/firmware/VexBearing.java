package io.redoubt.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.firmware.sbom.VexStatement;
import io.redoubt.problem.ProblemType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What statements about vulnerabilities change in the ledger. When the supplier spoke of a weakness it knew of it, and when
 * others published it there was an advisory; each day only ever moves back. Whether it is exploited is not written here: the
 * rating asks the catalogue in force by the CVE id.
 *
 * <p>A weakness whose severity nobody tells is graded as the worst until somebody grades it, for nothing unknown is good;
 * where a document and the ledger grade it, the worse counts. "Not affected" without a justification counts for nothing and
 * replaces nothing, and what is said of an old release does not replace what is known. A favourable word counts only where it
 * is about this release.
 *
 * @param isAbout whether a statement names the release or something in it
 */
record VexBearing(List<VexStatement> statements, Predicate<VexStatement> isAbout) {
    private static final List<String> GRADES = List.of("LOW", "MEDIUM", "HIGH", "CRITICAL");
    private static final String LIST = "vulnerabilities";
    private static final Set<String> FAVOURABLE = Set.of("NOT_AFFECTED", "FIXED");

    void on(LedgerCorrection ledger) {
        for (VexStatement statement : one(statements)) {
            Stream.of(statement.statedOn(), statement.publishedOn())
                    .flatMap(Optional::stream)
                    .filter(day -> day.isAfter(ledger.today))
                    .forEach(day -> {
                        throw ProblemType.INVALID.because("The day (" + day + ") of the statement on "
                                + statement.vulnerability() + " must not lie after today.");
                    });
            if (statement.isFavourable() && !isAbout.test(statement)) {
                ledger.keep(
                        LIST + "/" + statement.vulnerability() + " " + ledger.product(),
                        "The statement names neither the product nor anything in the bill of materials.\nMaybe say what the"
                                + " document calls this release (?product=…).");
            } else {
                apply(statement, ledger);
            }
        }
    }

    /**
     * What an edition said and the next one leaves out: a favourable word counts no more, and an adverse one stays until it is
     * corrected.
     *
     * @param before ids of vulnerabilities, in any case
     */
    void withoutWhatIsSaidNoMore(Set<String> before, LedgerCorrection ledger) {
        for (String id : before) {
            boolean saidStill = statements.stream()
                    .anyMatch(statement -> statement.vulnerability().equalsIgnoreCase(id));
            if (!saidStill) {
                ledger.weakness(id).filter(fact -> fact.has("vex")).ifPresent(fact -> withoutVex(fact, ledger));
            }
        }
    }

    private static void withoutVex(JsonNode known, LedgerCorrection ledger) {
        String name = known.path("id").asText() + " " + ledger.product();
        if (FAVOURABLE.contains(known.path("vex").asText())) {
            ObjectNode fact = known.deepCopy();
            fact.remove(List.of("vex", "justification"));
            ledger.put(LIST, name, Optional.of(known), fact);
        } else {
            ledger.keep(LIST + "/" + name, "The edition before said so, and this one says nothing of it.");
        }
    }

    /**
     * One statement of each vulnerability: of the same subjects the last one holds, as its author corrects himself; of several
     * subjects, all part of the one product, the worst.
     */
    static List<VexStatement> one(List<VexStatement> statements) {
        Map<List<Object>, VexStatement> last = new LinkedHashMap<>();
        for (VexStatement next : statements) {
            last.merge(
                    List.of(next.vulnerability(), next.subjects()),
                    next,
                    (before, after) -> before.statedOn()
                                    .flatMap(day -> after.statedOn().filter(day::isAfter))
                                    .isPresent()
                            ? before
                            : after);
        }
        Map<String, VexStatement> worst = new LinkedHashMap<>();
        last.values().forEach(next -> worst.merge(next.vulnerability(), next, (a, b) -> harm(a) >= harm(b) ? a : b));
        return List.copyOf(worst.values());
    }

    /** The place of a statement in the order of harm, its severity deciding between equals. */
    private static int harm(VexStatement statement) {
        int state = switch (statement.status()) {
            case AFFECTED -> 4;
            case UNDER_INVESTIGATION -> 3;
            case NOT_AFFECTED -> statement.excludes() ? 0 : 2;
            case FIXED -> 1;
        };
        return state * (GRADES.size() + 1)
                + statement.severity().map(GRADES::indexOf).orElse(GRADES.size());
    }

    private static void apply(VexStatement statement, LedgerCorrection ledger) {
        Optional<JsonNode> known = ledger.weakness(statement.vulnerability());
        String name = statement.vulnerability() + " " + ledger.product();
        if (known.filter(one -> one.has("vex")).isPresent() && !speaks(statement, ledger, known.get(), name)) {
            return;
        }
        ObjectNode fact = known.map(one -> (ObjectNode) one.deepCopy()).orElseGet(JsonNodeFactory.instance::objectNode);
        fact.put("id", statement.vulnerability())
                .put("product", ledger.product())
                .put("severity", severity(statement, known))
                .put("vex", statement.status().name())
                .put("awareOn", earliest(fact, "awareOn", statement.statedOn().orElse(ledger.today)));
        statement.publishedOn().ifPresent(day -> fact.put("advisoryOn", earliest(fact, "advisoryOn", day)));
        fact.remove("justification");
        statement.justification().filter(why -> statement.excludes()).ifPresent(why -> fact.put("justification", why));
        if (!known.isPresent() || !fact.has("fixedOn") || !fixedBeforeKnown(fact)) {
            ledger.put(LIST, name, known, fact);
        } else {
            ledger.keep(LIST + "/" + name, "It was fixed before the day that the statement is of.");
        }
    }

    private static boolean speaks(VexStatement statement, LedgerCorrection ledger, JsonNode known, String name) {
        if (statement.status() == VexStatement.Status.NOT_AFFECTED && !statement.excludes()) {
            ledger.keep(LIST + "/" + name, "A statement of not being affected counts only with a justification.");
            return false;
        }
        if (ledger.isOutdated()
                && !known.path("vex").asText().equals(statement.status().name())) {
            ledger.keep(LIST + "/" + name, "There is a later release of the product, and this is said of an old one.");
            return false;
        }
        return true;
    }

    private static boolean fixedBeforeKnown(JsonNode fact) {
        LocalDate fixed = LocalDate.parse(fact.path("fixedOn").asText());
        return Stream.of("awareOn", "noticedOn", "exploitedOn", "advisoryOn")
                .map(field -> fact.path(field).asText())
                .filter(day -> !day.isEmpty())
                .allMatch(day -> LocalDate.parse(day).isAfter(fixed));
    }

    private static String severity(VexStatement statement, Optional<JsonNode> known) {
        return Stream.concat(
                        statement.severity().stream(),
                        known.map(one -> one.path("severity").asText()).stream())
                .max((a, b) -> Integer.compare(GRADES.indexOf(a), GRADES.indexOf(b)))
                .orElse("CRITICAL");
    }

    private static String earliest(JsonNode fact, String field, LocalDate day) {
        String known = fact.path(field).asText();
        return known.isEmpty() || day.isBefore(LocalDate.parse(known)) ? day.toString() : known;
    }
}
