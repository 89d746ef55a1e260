package io.redoubt.rulepack;

import io.redoubt.shared.Place;
import java.time.LocalDate;
import java.util.List;

/**
 * A worked example inside a pack: facts, and what must come out. Named in a plain sentence.
 *
 * @param facts the supplier's facts as a JSON document, kept as written
 * @param asOf the day the example is rated for
 * @param expected what the author says must happen
 */
public record Scenario(String name, LocalDate asOf, String facts, Expected expected, Place place) {
    /**
     * What must come out; whatever is left empty is not looked at.
     *
     * @param fires ids of rules that must certainly fire
     * @param open ids of rules that may fire because something is unknown
     * @param silent ids of rules that must not fire
     * @param overall best and worst headline of the overall figure, or empty
     * @param band the band's id, {@code UNRATED}, {@code DISQUALIFIED}, or empty
     * @param barred work classes that must be barred
     */
    public record Expected(
            List<String> fires,
            List<String> open,
            List<String> silent,
            List<Integer> overall,
            String band,
            List<WorkClass> barred) {
        public Expected {
            fires = List.copyOf(fires);
            open = List.copyOf(open);
            silent = List.copyOf(silent);
            overall = List.copyOf(overall);
            barred = List.copyOf(barred);
        }
    }
}
