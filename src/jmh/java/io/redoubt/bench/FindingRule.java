package io.redoubt.bench;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Dossier;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Place;
import java.util.List;
import java.util.Random;

/**
 * One rule about audit findings, as numbers: {@code severity == … && status == … && days_overdue > … && a count of the
 * supplier >= …}. Two in five rules leave the status open, so that the conditions don't all look alike.
 *
 * @param status code of the status; {@value #ANY} for any
 * @param overdue days that must be exceeded
 * @param count which of {@link #COUNTS}
 * @param least what that count must reach
 */
record FindingRule(int severity, int status, int overdue, int count, int least, int points) {
    /** Counts of the supplier that the rules ask for. */
    static final List<String> COUNTS = List.of(
            "open_critical_findings",
            "open_major_findings",
            "open_minor_findings",
            "overdue_findings",
            "unaudited_incidents");

    /** For any status. */
    static final int ANY = -1;

    static final String DOMAIN = "findings";

    private static final int SEVERITIES = 4;
    private static final int STATUSES = 2;
    private static final int LONGEST_OVERDUE = 400;
    private static final int HIGHEST_COUNT = 70;
    private static final int HIGHEST_POINTS = 5;

    static FindingRule random(Random random) {
        return new FindingRule(
                random.nextInt(SEVERITIES),
                random.nextInt(5) < 2 ? ANY : random.nextInt(STATUSES),
                random.nextInt(LONGEST_OVERDUE),
                random.nextInt(COUNTS.size()),
                1 + random.nextInt(HIGHEST_COUNT),
                1 + random.nextInt(HIGHEST_POINTS));
    }

    /** Whether it may fire. */
    boolean isPossible(FindingSubject finding) {
        return finding.severity() == severity
                && (status == ANY || finding.status() == status)
                && finding.daysOverdue() > overdue
                && finding.most(count) >= least;
    }

    /** Whether a firing is certain. */
    boolean isCertain(FindingSubject finding) {
        return finding.least(count) >= least;
    }

    /** The same as a typed rule. */
    Rule typed(FactCatalogue catalogue, int number) {
        Condition severe = comparison(catalogue, FactType.FINDING, "severity", Operator.EQUAL, severity);
        Condition late =
                comparison(catalogue, FactType.FINDING, "days_overdue", Operator.GREATER, overdue * Micros.ONE);
        Condition often =
                comparison(catalogue, FactType.SUPPLIER, COUNTS.get(count), Operator.AT_LEAST, least * Micros.ONE);
        return new Rule(
                "FIND-" + number,
                "findings",
                number,
                FactType.FINDING,
                new AllOf(
                        status == ANY
                                ? List.of(severe, late, often)
                                : List.of(
                                        severe,
                                        comparison(catalogue, FactType.FINDING, "status", Operator.EQUAL, status),
                                        late,
                                        often)),
                new AddPoints(DOMAIN, new Literal(points * Micros.ONE)),
                new Dossier(
                        "Finding overdue by more than " + overdue + " days",
                        "",
                        "FINDING_OVERDUE",
                        "",
                        "Correct it and have the correction verified."),
                List.of(),
                List.of("ISO-27001"),
                Status.ACTIVE,
                Place.of("findings.csv", number + 1));
    }

    private static Comparison comparison(
            FactCatalogue catalogue, FactType owner, String field, Operator operator, long literal) {
        return new Comparison(catalogue.field(owner, field), operator, List.of(new Literal(literal)));
    }
}
