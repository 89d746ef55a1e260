package io.redoubt.listing;

import io.redoubt.facts.Link;
import io.redoubt.facts.OwnerIdentifier;
import io.redoubt.facts.Ownership;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * All lists of owners. An owner is on a list by its identifier and never by its name alone: names are shared, misspelt
 * and changed. What a list says counts whatever the supplier says; what no list says leaves the supplier's word as it is,
 * since the lists here need not be all there are.
 */
public final class OwnerLists {
    public static final OwnerLists NONE = new OwnerLists(Collections.emptySortedMap());

    private final SortedMap<String, OwnerList> lists;
    private final Map<OwnerIdentifier, List<OwnerList.Entry>> entries = new HashMap<>();

    /** @param lists by id */
    public OwnerLists(SortedMap<String, OwnerList> lists) {
        this.lists = Collections.unmodifiableSortedMap(lists);
        lists.values().stream()
                .filter(OwnerList::applies)
                .flatMap(list -> list.entries().stream())
                .forEach(entry -> entries.computeIfAbsent(entry.identifier().plain(), id -> new ArrayList<>())
                        .add(entry));
    }

    public SortedMap<String, OwnerList> lists() {
        return lists;
    }

    /** The ownership with every owner marked that is on a list on a day. */
    public Ownership applied(Ownership ownership, LocalDate day) {
        return ownership.withLinks(ownership.links().stream()
                .map(link -> isListed(link, day) ? link.withListed(Optional.of(true)) : link)
                .toList());
    }

    /** The first day of those up to this one on which whoever was on a list was what it is on this one. */
    public LocalDate unchangedSince(LocalDate day) {
        return entries.values().stream()
                .flatMap(List::stream)
                .flatMap(entry ->
                        Stream.concat(Stream.of(entry.from()), entry.until().map(until -> until.plusDays(1)).stream()))
                .filter(change -> !change.isAfter(day))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
    }

    /** By its identifier, or by the LEI that stands in place of its name. */
    boolean isListed(Link link, LocalDate day) {
        return Stream.concat(
                        link.identifier().stream(), Stream.of(new OwnerIdentifier(OwnerIdentifier.LEI, link.owner())))
                .map(OwnerIdentifier::plain)
                .flatMap(id -> entries.getOrDefault(id, List.of()).stream())
                .anyMatch(entry -> entry.holdsOn(day));
    }
}
