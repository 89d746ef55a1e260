package io.redoubt.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A rule about findings as an author writes it: a row of a table, and scenarios that just meet and just miss it. */
record FindingExample(int number, FindingRule rule) {
    private static final int MOST_LISTED = 4;
    private static final int ANSWERS = 8;
    private static final int OVERDUE_COUNT = 3;
    private static final int INCIDENT_COUNT = 4;
    private static final String[] QUESTIONS = {
        "Q-NDA", "Q-ENCRYPTION", "Q-NEED-TO-KNOW", "Q-NETWORK", "Q-TRAINING", "Q-MAIL", "Q-RECORD", "Q-STORES"
    };
    private static final String[] SEVERITIES = {"OBSERVATION", "MINOR", "MAJOR", "CRITICAL"};
    private static final String[] STATUSES = {"OPEN", "CORRECTION_CLAIMED"};
    private static final String[] COUNTED = {"CRITICAL", "MAJOR", "MINOR"};

    static String header() {
        return "id,title,description,reason,Finding.severity ==,Finding.status ==,Finding.days_overdue >,"
                + FindingRule.COUNTS.stream()
                        .map(count -> "Supplier." + count + " >=")
                        .collect(Collectors.joining(","))
                + ",domain,points,requirements,citations,status,rationale,remediation";
    }

    private String id() {
        return String.format(Locale.ROOT, "GRW-%03d", number);
    }

    /** Each rule has days of its own: two with the same conditions would be a mistake. */
    private int overdue() {
        return number;
    }

    /** So many facts are listed in a scenario that a person could still have written it. */
    private int least() {
        return 1 + rule.least() % MOST_LISTED;
    }

    String row() {
        String counts = IntStream.range(0, FindingRule.COUNTS.size())
                .mapToObj(i -> i == rule.count() ? String.valueOf(least()) : "")
                .collect(Collectors.joining(","));
        return String.join(
                ",",
                id(),
                "Finding overdue by more than " + overdue() + " days",
                "Whether a finding is overdue while others are open.",
                "FINDING_OVERDUE",
                SEVERITIES[rule.severity()],
                rule.status() == FindingRule.ANY ? "" : STATUSES[rule.status()],
                String.valueOf(overdue()),
                counts,
                "CERTIFICATION",
                String.valueOf(rule.points()),
                "G-03",
                "redoubt-policy",
                "ACTIVE",
                "Made to be measured.",
                "Correct it and have the correction verified.");
    }

    String scenario(boolean fires) {
        return """
                - name: "%s %s"
                  asOf: "%s"
                  facts:
                    id: G-%d
                    name: "Grown %d"
                    sites:
                      - { id: S1, name: "Works", country: DEU }
                    answers:
                %s    findings:
                %s%s    incidents:%s
                    registers:
                      - { kind: FINDINGS, completeUntil: "2027-01-31" }
                      - { kind: INCIDENTS, completeUntil: "2027-01-31" }
                  expect:
                    %s: [%s]
                """.formatted(
                        id(),
                        fires ? "fires" : "just stays silent",
                        FindingsTable.DAY,
                        number,
                        number,
                        answers(),
                        finding(0, rule.severity(), overdue() + (fires ? 1 : 0)),
                        others(),
                        incidents(),
                        fires ? "fires" : "silent",
                        id());
    }

    private static String answers() {
        return IntStream.range(0, ANSWERS)
                .mapToObj(i -> "      - { question: " + QUESTIONS[i]
                        + ", value: \"YES\", verification: DOCUMENTED, answeredOn: \"2026-09-01\" }\n")
                .collect(Collectors.joining());
    }

    /** What makes the count: not overdue, or only just and of another severity than the rule's. */
    private String others() {
        if (rule.count() == INCIDENT_COUNT) {
            return "";
        }
        boolean overdue = rule.count() == OVERDUE_COUNT;
        int severity = overdue
                ? (rule.severity() + 1) % SEVERITIES.length
                : List.of(SEVERITIES).indexOf(COUNTED[rule.count()]);
        return IntStream.rangeClosed(1, least())
                .mapToObj(i -> finding(i, severity, overdue ? 1 : 0))
                .collect(Collectors.joining());
    }

    private String finding(int id, int severity, int daysOverdue) {
        LocalDate due = FindingsTable.DAY.minusDays(daysOverdue);
        return "      - { id: F-" + id + ", severity: " + SEVERITIES[severity]
                + ", standard: ISO_27001, openedOn: \"" + due.minusDays(90) + "\", dueOn: \"" + due + "\""
                + (rule.status() == 1 ? ", claimedOn: \"" + FindingsTable.DAY + "\"" : "") + " }\n";
    }

    private String incidents() {
        if (rule.count() != INCIDENT_COUNT) {
            return " []";
        }
        return IntStream.rangeClosed(1, least())
                .mapToObj(
                        i -> "\n      - { id: I-" + i + ", kind: OTHER, severity: MINOR, occurredOn: \"2026-03-02\" }")
                .collect(Collectors.joining());
    }
}
