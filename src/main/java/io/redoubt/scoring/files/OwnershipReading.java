package io.redoubt.scoring.files;

import static io.redoubt.rulepack.StandardFields.OWNER_LIST;

import io.redoubt.facts.Link;
import io.redoubt.facts.OwnerIdentifier;
import io.redoubt.facts.Ownership;
import io.redoubt.shared.Micros;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads who owns a supplier. An owner has one share on a day, and all shares together are at most the whole: what
 * exceeds it is a slip of the pen that would hide who has the majority.
 */
final class OwnershipReading {
    private static final long WHOLE = 100 * Micros.ONE;
    private static final String VALID_FROM = "validFrom";

    private OwnershipReading() {}

    static Ownership ownership(JsonView view) {
        JsonView ownership = view.object(
                "disclosed",
                "ownerList",
                "screenedUntil",
                "transferLicenceMissing",
                "transferNotificationMissing",
                "links");
        return new Ownership(
                ownership.optionalFlag("disclosed"),
                ownership.optionalCode("ownerList", OWNER_LIST),
                ownership.optionalDate("screenedUntil"),
                ownership.optionalFlag("transferLicenceMissing"),
                ownership.optionalFlag("transferNotificationMissing"),
                links(ownership));
    }

    /** Links are compared with each other only where each of them is in order by itself. */
    private static List<Link> links(JsonView ownership) {
        List<JsonView> items = ownership.items("links");
        int refused = ownership.refused();
        List<Link> links = new ArrayList<>();
        items.forEach(item -> links.add(link(item)));
        if (ownership.refused() == refused) {
            checkOwners(items, links);
            checkSums(items, links);
        }
        return links;
    }

    private static Link link(JsonView view) {
        JsonView link = view.object("owner", "identifier", "percent", "controls", VALID_FROM, "validUntil", "listed");
        Optional<Long> percent = link.optionalMicros("percent");
        if (percent.filter(p -> p > WHOLE).isPresent()) {
            link.refuse("/percent", "The percent must be at most 100.");
        }
        LocalDate from = link.date(VALID_FROM);
        return new Link(
                link.text("owner"),
                link.optional("identifier").map(OwnershipReading::identifier),
                percent,
                link.optionalFlag("controls"),
                from,
                link.notBefore("validUntil", from, VALID_FROM),
                link.optionalFlag("listed"));
    }

    private static OwnerIdentifier identifier(JsonView view) {
        JsonView given = view.object("scheme", "value");
        OwnerIdentifier identifier = new OwnerIdentifier(given.text("scheme"), given.text("value"));
        if (!identifier.value().isEmpty()) {
            identifier.rule().ifPresent(rule -> given.refuse("/value", "The value must " + rule));
        }
        return identifier;
    }

    /** Two lots of one owner are one share: taken apart, neither of them may be a majority. */
    private static void checkOwners(List<JsonView> items, List<Link> links) {
        Map<String, NavigableMap<LocalDate, Link>> owners = new HashMap<>();
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            NavigableMap<LocalDate, Link> same =
                    owners.computeIfAbsent(Link.plain(link.owner()), owner -> new TreeMap<>());
            JsonView item = items.get(i);
            overlapping(link, same)
                    .ifPresent(other -> item.refuse(
                            "/owner",
                            "The owner (" + link.owner() + ") must have one link on a day, with all that it holds;"
                                    + " another is valid from " + other.validFrom() + "."));
            same.putIfAbsent(link.validFrom(), link);
        }
    }

    /** Of links that do not overlap only the neighbours of another can overlap it. */
    private static Optional<Link> overlapping(Link link, NavigableMap<LocalDate, Link> same) {
        return Stream.concat(
                        Stream.ofNullable(same.floorEntry(link.validFrom())),
                        Stream.ofNullable(same.ceilingEntry(link.validFrom())))
                .map(Map.Entry::getValue)
                .filter(other -> other.holdsOn(link.validFrom()) || link.holdsOn(other.validFrom()))
                .findFirst();
    }

    /**
     * The sum can only exceed the whole on a day on which a link begins. Each percent may have been rounded up by half
     * of its last decimal, and all of them together by as much.
     */
    private static void checkSums(List<JsonView> items, List<Link> links) {
        Map<LocalDate, Long> sums = sums(links);
        long most = WHOLE + links.size() / 2;
        for (int i = 0; i < links.size(); i++) {
            LocalDate day = links.get(i).validFrom();
            long sum = sums.getOrDefault(day, 0L);
            if (sum > most) {
                items.get(i)
                        .refuse(
                                "/percent",
                                "The percents of all owners on " + day + " must be at most 100 together, and are "
                                        + Micros.format(sum) + ".");
            }
        }
    }

    /** What all owners are known to hold together, from each day on which that changes. */
    private static Map<LocalDate, Long> sums(List<Link> links) {
        SortedMap<LocalDate, Long> sums = new TreeMap<>();
        for (Link link : links) {
            long percent = link.percent().orElse(0L);
            sums.merge(link.validFrom(), percent, Long::sum);
            link.validUntil().ifPresent(until -> sums.merge(until.plusDays(1), -percent, Long::sum));
        }
        long sum = 0;
        for (Map.Entry<LocalDate, Long> change : sums.entrySet()) {
            sum += change.getValue();
            change.setValue(sum);
        }
        return sums;
    }
}
