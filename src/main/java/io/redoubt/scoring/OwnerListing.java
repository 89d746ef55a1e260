package io.redoubt.scoring;

import io.redoubt.facts.Link;
import io.redoubt.facts.Ownership;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.FactState;
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
                .orElse(Reading.unknown(TYPE, FactState.UNKNOWN));
        return worse(linked, screened);
    }

    /** The worse at both ends; the screening as it stands where the links add nothing to it. */
    private static Reading worse(Reading linked, Reading screened) {
        long low = Math.max(linked.low(), screened.low());
        long high = Math.max(linked.high(), screened.high());
        return low == screened.low() && high == screened.high() ? screened : Reading.within(low, high);
    }

    /** A clean result counts while it is current; an adverse one until it is corrected. */
    private static Reading screened(long listed, Ownership ownership, LocalDate asOf) {
        boolean current =
                ownership.screenedUntil().filter(until -> !until.isBefore(asOf)).isPresent();
        return current ? Reading.known(listed) : Reading.lapsed(TYPE, listed, false);
    }

    /** Up to half and more where it is not known how much a listed owner holds or whether it appoints. */
    private static Reading ofLinks(List<Link> links, LocalDate asOf) {
        List<Link> listed = links.stream()
                .filter(link -> link.holdsOn(asOf) && link.listed().orElse(false))
                .toList();
        long least = least(listed);
        boolean open = listed.stream()
                .anyMatch(link -> link.percent().isEmpty() || link.controls().isEmpty());
        return Reading.within(least, open ? TYPE.greatest() : least);
    }

    /** What is known of listed owners. */
    private static long least(List<Link> listed) {
        long sum = listed.stream().mapToLong(link -> link.percent().orElse(0L)).sum();
        boolean appoints = listed.stream().anyMatch(link -> link.controls().orElse(false));
        if (sum >= HALF || appoints) {
            return TYPE.parse("LISTED_HALF_OR_MORE");
        }
        return TYPE.parse(sum > 0 ? "LISTED_BELOW_HALF" : "NOT_LISTED");
    }
}
