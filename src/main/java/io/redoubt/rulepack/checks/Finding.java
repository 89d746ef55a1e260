package io.redoubt.rulepack.checks;

import io.redoubt.shared.Place;

/**
 * Something that is odd about a pack that can be read.
 *
 * @param rule id of the rule it is about; empty where it is about none
 * @param message in the author's words, as in {@link io.redoubt.shared.Problem}
 */
public record Finding(Kind kind, String rule, Place place, String message) {
    /** How much a finding weighs. */
    public enum Weight {
        /** It is a mistake, and the pack is not published with it. */
        MISTAKE,
        /** It may be meant; whoever approves the pack sees it. */
        DOUBT
    }

    /** What was found. */
    public enum Kind {
        /** No fact meets the row's conditions. */
        NEVER_TRUE(Weight.MISTAKE),
        /** Rows above catch everything that the row would. */
        UNREACHABLE(Weight.MISTAKE),
        /** Two rules have the same conditions and do the same. */
        DUPLICATE(Weight.MISTAKE),
        /** Two rules have the same conditions and say different things. */
        CONFLICT(Weight.MISTAKE),
        /** No scenario makes the rule fire. */
        NEVER_FIRES(Weight.MISTAKE),
        /** No scenario keeps the rule silent. */
        NEVER_SILENT(Weight.MISTAKE),
        /** A rule of the version before is gone. */
        DELETED(Weight.MISTAKE),
        /** The pack has changed and its version has not. */
        SAME_VERSION(Weight.MISTAKE),
        /** The pack has another id than the version before. */
        OTHER_PACK(Weight.MISTAKE),
        /** The changelog does not speak of the version. */
        NO_CHANGELOG(Weight.MISTAKE),
        /** No scenario puts a condition to the test. */
        UNTESTED(Weight.DOUBT),
        /** A rule that adds points always acts together with another one of its domain. */
        SUBSUMED(Weight.DOUBT),
        /** Two rows of a first-hit table catch some facts both, so their order decides. */
        OVERLAP(Weight.DOUBT),
        /** Values between those of two rows that no row catches. */
        GAP(Weight.DOUBT),
        /** A parameter that no rule reads. */
        UNUSED(Weight.DOUBT),
        /** A parameter at which nobody has looked for more than a year. */
        STALE(Weight.DOUBT),
        /** A value that counted in the past counts there no more. */
        PAST_CHANGED(Weight.DOUBT),
        /** A new value that counts on no day of a worked example. */
        UNTRIED(Weight.DOUBT),
        /** A worked example of the version before is gone. */
        SCENARIO_GONE(Weight.DOUBT),
        /** The condition is too large to be looked into. */
        TOO_LARGE(Weight.DOUBT);

        private final Weight weight;

        Kind(Weight weight) {
            this.weight = weight;
        }

        public Weight weight() {
            return weight;
        }
    }

    @Override
    public String toString() {
        return place + " " + message;
    }
}
