package io.redoubt.scoring;

import io.redoubt.facts.Link;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.shared.Micros;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who stands under common control on a day. Control is more than half of the votes or the power to appoint. It passes on
 * from owner to owner, and the votes of all whom somebody controls are added up with his own. A joint venture belongs to
 * every group that controls it. An owner may be a supplier itself, named by its id, its LEI or its name. Undisclosed
 * ownership never counts as independent, nor does an owner that may control both, because its share or its power to
 * appoint is not known, or because its name is that of two suppliers.
 */
public final class OwnershipGroups {
    private static final long HALF = 50 * Micros.ONE;

    /** For each supplier everybody who controls it, itself included. */
    private final Map<String, SortedSet<String>> controllers;

    /** The same with everybody who may control it. */
    private final Map<String, SortedSet<String>> possible;

    private final Set<String> undisclosed = new HashSet<>();

    private OwnershipGroups(List<SupplierFacts> suppliers, LocalDate asOf) {
        Map<String, Set<String>> ids = ids(suppliers);
        Map<String, List<OwnerShare>> certain = new HashMap<>();
        Map<String, List<OwnerShare>> perhaps = new HashMap<>();
        for (SupplierFacts supplier : suppliers) {
            if (!supplier.ownership().disclosed().orElse(false)) {
                undisclosed.add(supplier.id());
            }
            for (Link link : supplier.ownership().links()) {
                if (link.holdsOn(asOf)) {
                    String owner = Link.plain(link.owner());
                    Set<String> meant = ids.getOrDefault(owner, Set.of(owner));
                    String known = meant.size() == 1 ? meant.iterator().next() : owner;
                    add(certain, known, OwnerShare.least(supplier, link));
                    Set<String> all = new TreeSet<>(meant);
                    all.add(known);
                    all.forEach(one -> add(perhaps, one, OwnerShare.most(supplier, link)));
                }
            }
        }
        this.controllers = controllers(suppliers, certain);
        this.possible = controllers(suppliers, perhaps);
    }

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
        return new OwnershipGroups(suppliers, asOf);
    }

    /** The suppliers that each name may mean; an id means one, and goes before an LEI, and that before a name. */
    private static Map<String, Set<String>> ids(List<SupplierFacts> suppliers) {
        Map<String, Set<String>> ids = new HashMap<>();
        for (SupplierFacts supplier : suppliers) {
            ids.computeIfAbsent(Link.plain(supplier.name()), name -> new TreeSet<>())
                    .add(supplier.id());
        }
        for (SupplierFacts supplier : suppliers) {
            supplier.identifiers().lei().ifPresent(lei -> ids.put(Link.plain(lei), Set.of(supplier.id())));
        }
        for (SupplierFacts supplier : suppliers) {
            ids.put(Link.plain(supplier.id()), Set.of(supplier.id()));
        }
        return ids;
    }

    private static void add(Map<String, List<OwnerShare>> shares, String owner, OwnerShare share) {
        shares.computeIfAbsent(owner, o -> new ArrayList<>()).add(share);
    }

    private static Map<String, SortedSet<String>> controllers(
            List<SupplierFacts> suppliers, Map<String, List<OwnerShare>> shares) {
        Map<String, SortedSet<String>> controllers = new HashMap<>();
        suppliers.forEach(supplier -> controllers.put(supplier.id(), new TreeSet<>(Set.of(supplier.id()))));
        for (String owner : shares.keySet()) {
            for (String controlled : controlled(owner, shares)) {
                controllers.computeIfAbsent(controlled, c -> new TreeSet<>()).add(owner);
            }
        }
        return controllers;
    }

    /** Everybody whom an owner controls, itself included; a circle of owners ends where it began. */
    private static Set<String> controlled(String owner, Map<String, List<OwnerShare>> shares) {
        Set<String> found = new HashSet<>(Set.of(owner));
        Map<String, Long> votes = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (OwnerShare share : shares.getOrDefault(open.remove(), List.of())) {
                long sum = votes.merge(share.supplier(), share.votes(), Long::sum);
                if ((sum > HALF || share.appoints()) && found.add(share.supplier())) {
                    open.add(share.supplier());
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

    /** How two suppliers stand to each other: who controls one of them must be disclosed as well. */
    public Relation between(String one, String other) {
        if (meet(controllers, one, other)) {
            return Relation.COMMON_CONTROL;
        }
        boolean shown = isDisclosed(one) && isDisclosed(other) && !meet(possible, one, other);
        return shown ? Relation.INDEPENDENT : Relation.UNDISCLOSED;
    }

    private boolean isDisclosed(String supplier) {
        return possible.containsKey(supplier) && Collections.disjoint(of(possible, supplier), undisclosed);
    }

    private static boolean meet(Map<String, SortedSet<String>> controllers, String one, String other) {
        return !Collections.disjoint(of(controllers, one), of(controllers, other));
    }
}
