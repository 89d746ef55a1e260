package io.redoubt.scoring;

import io.redoubt.facts.Link;
import io.redoubt.facts.SupplierFacts;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who stands under common control on a day. Control is more than half of the votes or the power to appoint, and passes
 * on from owner to owner. A joint venture belongs to every group that controls it. An owner may be a supplier itself,
 * named by its id, its LEI or its name. Undisclosed ownership never counts as independent, nor does an owner that may
 * control both, because its share or its power to appoint is not known.
 */
public final class OwnershipGroups {
    private static final long HALF = 50 * io.redoubt.shared.Micros.ONE;

    /** For each supplier everybody who controls it, itself included. */
    private final Map<String, SortedSet<String>> controllers = new HashMap<>();

    /** The same with everybody who may control it. */
    private final Map<String, SortedSet<String>> possible = new HashMap<>();

    private final Set<String> disclosed = new HashSet<>();

    private OwnershipGroups() {}

    /** How two suppliers stand to each other. */
    public enum Relation {
        /** Somebody controls both, or one controls the other. */
        COMMON_CONTROL,
        /** Everything is disclosed and nobody can control both. */
        INDEPENDENT,
        /** Not shown to be independent. */
        UNDISCLOSED
    }

    /** Looks through the links of all suppliers together. */
    public static OwnershipGroups of(List<SupplierFacts> suppliers, LocalDate asOf) {
        Map<String, String> ids = ids(suppliers);
        Map<String, List<String>> owners = owners(suppliers, ids, asOf, OwnershipGroups::isControl);
        Map<String, List<String>> possible = owners(suppliers, ids, asOf, OwnershipGroups::mayBeControl);
        OwnershipGroups groups = new OwnershipGroups();
        for (SupplierFacts supplier : suppliers) {
            groups.controllers.put(supplier.id(), closure(supplier.id(), owners));
            groups.possible.put(supplier.id(), closure(supplier.id(), possible));
            if (supplier.ownership().disclosed().orElse(false)) {
                groups.disclosed.add(supplier.id());
            }
        }
        return groups;
    }

    /** The supplier behind each name; of two meanings an id goes before an LEI, and that before a name. */
    private static Map<String, String> ids(List<SupplierFacts> suppliers) {
        Map<String, String> ids = new HashMap<>();
        for (SupplierFacts supplier : suppliers) {
            ids.putIfAbsent(Link.plain(supplier.name()), supplier.id());
        }
        for (SupplierFacts supplier : suppliers) {
            supplier.identifiers().lei().ifPresent(lei -> ids.put(Link.plain(lei), supplier.id()));
            ids.put(Link.plain(supplier.id()), supplier.id());
        }
        return ids;
    }

    private static Map<String, List<String>> owners(
            List<SupplierFacts> suppliers, Map<String, String> ids, LocalDate asOf, Predicate<Link> counts) {
        Map<String, List<String>> owners = new HashMap<>();
        for (SupplierFacts supplier : suppliers) {
            owners.put(
                    supplier.id(),
                    supplier.ownership().links().stream()
                            .filter(link -> link.holdsOn(asOf) && counts.test(link))
                            .map(link -> Link.plain(link.owner()))
                            .map(owner -> ids.getOrDefault(owner, owner))
                            .toList());
        }
        return owners;
    }

    private static boolean isControl(Link link) {
        return link.controls().orElse(false) || link.percent().orElse(0L) > HALF;
    }

    /** What nobody knows of an owner may be that it controls. */
    private static boolean mayBeControl(Link link) {
        return isControl(link) || link.controls().isEmpty() || link.percent().isEmpty();
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

    /** Everybody who certainly controls a supplier, itself included. */
    public SortedSet<String> controllersOf(String supplier) {
        return of(controllers, supplier);
    }

    private static SortedSet<String> of(Map<String, SortedSet<String>> controllers, String supplier) {
        return new TreeSet<>(controllers.getOrDefault(supplier, new TreeSet<>(Set.of(supplier))));
    }

    /** How two suppliers stand to each other. */
    public Relation between(String one, String other) {
        if (meet(controllers, one, other)) {
            return Relation.COMMON_CONTROL;
        }
        boolean shown = disclosed.contains(one) && disclosed.contains(other) && !meet(possible, one, other);
        return shown ? Relation.INDEPENDENT : Relation.UNDISCLOSED;
    }

    private static boolean meet(Map<String, SortedSet<String>> controllers, String one, String other) {
        return !Collections.disjoint(of(controllers, one), of(controllers, other));
    }
}
