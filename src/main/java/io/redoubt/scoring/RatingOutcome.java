package io.redoubt.scoring;

import io.redoubt.rulepack.Band;
import java.util.List;

/** What a rating says. In precedence: disqualified, then unrated, then rated; badge and number never disagree. */
public sealed interface RatingOutcome {
    RatingDetail detail();

    /** Enough is known: the band of the worst end holds. */
    record Rated(RatingDetail detail, Band band) implements RatingOutcome {}

    /** Too little is known for a number or a colour. */
    record Unrated(RatingDetail detail, List<String> reasons) implements RatingOutcome {
        public Unrated {
            reasons = List.copyOf(reasons);
        }
    }

    /** A knock-out bars every class of work, whatever the points. */
    record Disqualified(RatingDetail detail, List<String> rules) implements RatingOutcome {
        public Disqualified {
            rules = List.copyOf(rules);
        }
    }

    /** How the outcome is called where a band is shown: the band's id, {@code UNRATED} or {@code DISQUALIFIED}. */
    default String badge() {
        if (this instanceof Rated rated) {
            return rated.band().id();
        }
        return this instanceof Unrated ? "UNRATED" : "DISQUALIFIED";
    }
}
