package io.redoubt.scoring;

import io.redoubt.facts.Link;
import io.redoubt.facts.SupplierFacts;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who stands under common control on a day. Control is more than half of the votes or the power to appoint, and passes
 * on from owner to owner. A joint venture belongs to every group that controls it. An owner may be a supplier itself,
 * named by its id, its LEI or its name. Undisclosed ownership never counts as independent.
 */
public final class OwnershipGroups {
    private static final long HALF = 50 * io.redoubt.shared.Micros.ONE;

    /** For each supplier everybody who controls it, itself included. */
    private final Map<String, SortedSet<String>> controllers = new HashMap<>();

    private final Set<String> disclosed = new HashSet<>();

    private OwnershipGroups() {}

    /** How two suppliers stand to each other. */
    public enum Relation {
        /** Somebody controls both, or one controls the other. */
        COMMON_CONTROL,
        /** Everything is disclosed and nobody controls both. */
        INDEPENDENT,
        /** Not shown to be independent. */
        UNDISCLOSED
    }

    /** Looks through the links of all suppliers together. */
    public static OwnershipGroups of(List<SupplierFacts> suppliers, LocalDate asOf) {
        Map<String, String> ids = new HashMap<>();
        Map<String, List<String>> owners = new HashMap<>();
        for (SupplierFacts supplier : suppliers) {
            ids.putIfAbsent(Link.plain(supplier.name()), supplier.id());
        }
        for (SupplierFacts supplier : suppliers) {
            supplier.identifiers().lei().ifPresent(lei -> ids.put(Link.plain(lei), supplier.id()));
            ids.put(Link.plain(supplier.id()), supplier.id());
        }
        for (SupplierFacts supplier : suppliers) {
            owners.put(
                    supplier.id(),
                    supplier.ownership().links().stream()
                            .filter(link -> link.holdsOn(asOf) && isControl(link))
                            .map(link -> ids.getOrDefault(Link.plain(link.owner()), Link.plain(link.owner())))
                            .toList());
        }
        OwnershipGroups groups = new OwnershipGroups();
        for (SupplierFacts supplier : suppliers) {
            groups.controllers.put(supplier.id(), closure(supplier.id(), owners));
            if (supplier.ownership().disclosed().orElse(false)) {
                groups.disclosed.add(supplier.id());
            }
        }
        return groups;
    }

    private static boolean isControl(Link link) {
        return link.controls() || link.percent() > HALF;
    }

    /** Everybody reached over owners of owners; a circle of owners ends where it began. */
    private static SortedSet<String> closure(String supplier, Map<String, List<String>> owners) {
        SortedSet<String> found = new TreeSet<>(Set.of(supplier));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (String owner : owners.getOrDefault(open.remove(), List.of())) {
                if (found.add(owner)) {
                    open.add(owner);
                }
            }
        }
        return found;
    }

    /** Everybody who controls a supplier, itself included. */
    public SortedSet<String> controllersOf(String supplier) {
        return new TreeSet<>(controllers.getOrDefault(supplier, new TreeSet<>(Set.of(supplier))));
    }

    /** How two suppliers stand to each other. */
    public Relation between(String one, String other) {
        SortedSet<String> common = controllersOf(one);
        common.retainAll(controllersOf(other));
        if (!common.isEmpty()) {
            return Relation.COMMON_CONTROL;
        }
        return disclosed.contains(one) && disclosed.contains(other) ? Relation.INDEPENDENT : Relation.UNDISCLOSED;
    }
}
