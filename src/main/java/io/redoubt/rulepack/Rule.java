package io.redoubt.rulepack;

import io.redoubt.shared.Place;
import java.util.List;

/**
 * One rule with its whole dossier. Its id ties row, citation, scenario and explanation together.
 *
 * @param id unique in the pack, such as {@code LEG-01}
 * @param table the table it is a row of, or the file of safe DRL
 * @param order place within its table; in a first-hit table the lower wins
 * @param requirements ids of the requirements register that the rule judges
 * @param citations ids of the pack's citations
 * @param place where it is written; no part of the pack's identity
 */
public record Rule(
        String id,
        String table,
        int order,
        FactType subject,
        Condition when,
        Action then,
        Dossier dossier,
        List<String> requirements,
        List<String> citations,
        Status status,
        Place place) {
    public Rule {
        requirements = List.copyOf(requirements);
        citations = List.copyOf(citations);
    }

    /** Whether a text may be a rule's id: letters, a dash and a number, so that it can stand in every notation as it is. */
    public static boolean isId(String text) {
        return text.matches("[A-Z]{2,6}-[0-9]{2,3}[a-z]?");
    }

    /** Rules are deprecated, never deleted: past outcomes still name them. */
    public enum Status {
        ACTIVE,
        DEPRECATED
    }

    /**
     * What people read about a rule.
     *
     * @param title what the rule judges, in a few words
     * @param description what exactly is looked at, in a sentence; empty where the title says it all
     * @param reason the reason code shown to the supplier, such as {@code NDA_MISSING}
     * @param rationale why this is a risk and why so many points
     * @param remediation what the supplier can do; empty where nothing can
     */
    public record Dossier(String title, String description, String reason, String rationale, String remediation) {}
}
