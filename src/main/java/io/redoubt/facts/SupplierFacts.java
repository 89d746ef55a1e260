package io.redoubt.facts;

import io.redoubt.shared.Reading;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Everything known about one supplier, dated and unjudged: the only input of a rating besides the pack, and what is
 * stored so that the rating can be replayed. Dates are calendar days at the site.
 *
 * @param id the buyer's own id of the supplier
 * @param profile what the supplier does, as far as it decides which questions apply
 * @param registers which lists are complete, and until when that may be relied on
 * @param jurisdictions factor readings of every site's country, by country and factor, as they were when gathered
 */
public record SupplierFacts(
        String id,
        String name,
        Identifiers identifiers,
        Profile profile,
        List<Site> sites,
        Ownership ownership,
        List<Register> registers,
        List<Answer> answers,
        List<Finding> findings,
        List<Certification> certifications,
        List<Audit> audits,
        List<Clause> clauses,
        List<FirmwareRelease> firmwareReleases,
        List<Vulnerability> vulnerabilities,
        List<Incident> incidents,
        List<Canary> canaries,
        List<Waiver> waivers,
        List<Engagement> engagements,
        List<Dispute> disputes,
        SortedMap<String, SortedMap<String, Reading>> jurisdictions) {
    public SupplierFacts {
        sites = List.copyOf(sites);
        registers = List.copyOf(registers);
        answers = List.copyOf(answers);
        findings = List.copyOf(findings);
        certifications = List.copyOf(certifications);
        audits = List.copyOf(audits);
        clauses = List.copyOf(clauses);
        firmwareReleases = List.copyOf(firmwareReleases);
        vulnerabilities = List.copyOf(vulnerabilities);
        incidents = List.copyOf(incidents);
        canaries = List.copyOf(canaries);
        waivers = List.copyOf(waivers);
        engagements = List.copyOf(engagements);
        disputes = List.copyOf(disputes);
    }

    /** The same facts with these country facts. */
    public SupplierFacts withJurisdictions(SortedMap<String, SortedMap<String, Reading>> readings) {
        return completed(ownership, vulnerabilities, readings);
    }

    /** The same facts with what others published of owners, weaknesses and countries. */
    public SupplierFacts completed(
            Ownership owners, List<Vulnerability> weaknesses, SortedMap<String, SortedMap<String, Reading>> readings) {
        return new SupplierFacts(
                id,
                name,
                identifiers,
                profile,
                sites,
                owners,
                registers,
                answers,
                findings,
                certifications,
                audits,
                clauses,
                firmwareReleases,
                weaknesses,
                incidents,
                canaries,
                waivers,
                engagements,
                disputes,
                readings);
    }

    /** The readings of a country, empty where none were gathered. */
    public Map<String, Reading> readings(String country) {
        return jurisdictions.getOrDefault(country, Collections.emptySortedMap());
    }
}
