package io.redoubt.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells what others published of a supplier from what the supplier answered and showed: country readings, the lists of
 * owners, and when a weakness was listed as exploited or had an advisory.
 */
public final class ImportedFacts {
    private ImportedFacts() {}

    /** What the supplier answered and showed as in one, with what others published as in another. */
    public static SupplierFacts exchange(SupplierFacts answered, SupplierFacts published) {
        return new SupplierFacts(
                answered.id(),
                answered.name(),
                answered.identifiers(),
                answered.profile(),
                answered.sites(),
                ownership(answered.ownership(), published.ownership()),
                answered.registers(),
                answered.answers(),
                answered.findings(),
                answered.certifications(),
                answered.audits(),
                answered.clauses(),
                answered.firmwareReleases(),
                vulnerabilities(answered.vulnerabilities(), published.vulnerabilities()),
                answered.incidents(),
                answered.canaries(),
                answered.waivers(),
                answered.engagements(),
                answered.disputes(),
                published.jurisdictions());
    }

    private static Ownership ownership(Ownership answered, Ownership published) {
        Map<String, Optional<Boolean>> listed =
                published.links().stream().collect(Collectors.toMap(Link::owner, Link::listed, (a, b) -> b));
        return new Ownership(
                answered.disclosed(),
                published.ownerList(),
                published.screenedUntil(),
                answered.transferLicenceMissing(),
                answered.transferNotificationMissing(),
                answered.links().stream()
                        .map(link -> link.withListed(listed.getOrDefault(link.owner(), link.listed())))
                        .toList());
    }

    /** A weakness that somebody published is known where it was published; one that nobody did, where it was told. */
    private static List<Vulnerability> vulnerabilities(List<Vulnerability> answered, List<Vulnerability> published) {
        Map<String, Vulnerability> told =
                answered.stream().collect(Collectors.toMap(Vulnerability::id, Function.identity(), (a, b) -> a));
        Map<String, Vulnerability> listed =
                published.stream().collect(Collectors.toMap(Vulnerability::id, Function.identity(), (a, b) -> a));
        List<Vulnerability> all = new ArrayList<>();
        for (Vulnerability one : published) {
            Vulnerability own = told.get(one.id());
            if (own != null) {
                all.add(own.publishedAs(one));
            } else if (one.isPublished()) {
                all.add(one);
            }
        }
        answered.stream()
                .filter(one -> !listed.containsKey(one.id()) && !one.isPublished())
                .forEach(all::add);
        return all;
    }
}
