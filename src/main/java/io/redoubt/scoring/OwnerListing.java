package io.redoubt.scoring;

import io.redoubt.facts.Link;
import io.redoubt.facts.Ownership;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType.Codes;
import java.time.LocalDate;
import java.util.List;

/**
 * How much of a supplier belongs to listed owners. Their shares are added up, and together they make the supplier
 * listed at half; none of them need hold half alone. What the owners' links show counts beside what a screening said,
 * the worse of both.
 */
final class OwnerListing {
    private static final Codes TYPE = StandardFields.OWNER_LIST;
    private static final long HALF = 50 * Micros.ONE;

    private OwnerListing() {}

    /** The screening's result and the links together; whoever is not named cannot have been screened. */
    static Reading on(Ownership ownership, LocalDate asOf) {
        Reading named = ofNamed(ownership, asOf);
        return ownership.disclosed().orElse(false) || named.isOpen()
                ? named
                : Reading.within(named.low(), TYPE.greatest());
    }

    private static Reading ofNamed(Ownership ownership, LocalDate asOf) {
        Reading linked = ofLinks(ownership.links(), asOf);
        Reading screened = ownership
                .ownerList()
                .map(code -> screened(TYPE.parse(code), ownership, asOf))
                .orElse(Reading.unknown(TYPE, io.redoubt.shared.FactState.UNKNOWN));
        if (linked.low() <= screened.low()) {
            return screened;
        }
        return linked.low() >= screened.high()
                ? Reading.known(linked.low())
                : Reading.within(linked.low(), screened.high());
    }

    /** A clean result counts while it is current; an adverse one until it is corrected. */
    private static Reading screened(long listed, Ownership ownership, LocalDate asOf) {
        boolean current =
                ownership.screenedUntil().filter(until -> !until.isBefore(asOf)).isPresent();
        return current ? Reading.known(listed) : Reading.lapsed(TYPE, listed, false);
    }

    private static Reading ofLinks(List<Link> links, LocalDate asOf) {
        long listed = links.stream()
                .filter(link -> link.holdsOn(asOf) && link.listed().orElse(false))
                .mapToLong(Link::percent)
                .sum();
        boolean appoints = links.stream()
                .anyMatch(link ->
                        link.holdsOn(asOf) && link.controls() && link.listed().orElse(false));
        if (listed >= HALF || appoints) {
            return Reading.known(TYPE.parse("LISTED_HALF_OR_MORE"));
        }
        return Reading.known(TYPE.parse(listed > 0 ? "LISTED_BELOW_HALF" : "NOT_LISTED"));
    }
}
