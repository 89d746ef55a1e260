package io.redoubt.scoring;

import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Everything known about one supplier, dated and unjudged: the only input of a rating besides the pack, and what is
 * stored so that the rating can be replayed. Dates are calendar days at the site.
 *
 * @param id the buyer's own id of the supplier
 * @param registers which lists are complete, and until when that may be relied on
 * @param jurisdictions factor readings of every site's country, by country and factor, as they were when gathered
 */
public record SupplierFacts(
        String id,
        String name,
        Identifiers identifiers,
        List<Site> sites,
        Ownership ownership,
        List<Register> registers,
        List<Answer> answers,
        List<Finding> findings,
        List<Certification> certifications,
        List<Clause> clauses,
        List<FirmwareRelease> firmwareReleases,
        List<Incident> incidents,
        List<Canary> canaries,
        List<Waiver> waivers,
        List<Dispute> disputes,
        SortedMap<String, SortedMap<String, Reading>> jurisdictions) {
    public SupplierFacts {
        sites = List.copyOf(sites);
        registers = List.copyOf(registers);
        answers = List.copyOf(answers);
        findings = List.copyOf(findings);
        certifications = List.copyOf(certifications);
        clauses = List.copyOf(clauses);
        firmwareReleases = List.copyOf(firmwareReleases);
        incidents = List.copyOf(incidents);
        canaries = List.copyOf(canaries);
        waivers = List.copyOf(waivers);
        disputes = List.copyOf(disputes);
    }

    /**
     * Legal identifiers; they identify, and no rule reads them.
     *
     * @param lei ISO 17442, 20 characters
     * @param duns nine digits
     * @param vat with its country prefix
     */
    public record Identifiers(Optional<String> lei, Optional<String> duns, Optional<String> vat) {
        public static final Identifiers NONE = new Identifiers(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Where work happens. */
    public record Site(String id, String name, String country) {}

    /**
     * Who owns and controls the supplier.
     *
     * @param disclosed whether every owner above 25 % is named and confirmed; empty where nobody asked
     * @param ownerList listing of the owners on the lists that bind the buyer; empty where nobody checked
     * @param screenedUntil last day the screening may be relied on; a clean result older than that counts no more
     * @param transferLicenceMissing whether a licence that the transfer needs is missing; empty where not assessed
     */
    public record Ownership(
            Optional<Boolean> disclosed,
            Optional<String> ownerList,
            Optional<LocalDate> screenedUntil,
            Optional<Boolean> transferLicenceMissing,
            List<Link> links) {
        public static final Ownership UNKNOWN =
                new Ownership(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        public Ownership {
            links = List.copyOf(links);
        }
    }

    /**
     * One owner.
     *
     * @param percent of votes, in millionths of a percent
     * @param controls whether the owner can appoint management, whatever the votes
     */
    public record Link(
            String owner, long percent, boolean controls, LocalDate validFrom, Optional<LocalDate> validUntil) {}

    /**
     * A statement that a list is complete: only then does absence say something.
     *
     * @param completeUntil last day it may be relied on
     */
    public record Register(Kind kind, LocalDate completeUntil) {
        /** Lists whose absence of entries is favourable. */
        public enum Kind {
            FINDINGS,
            CERTIFICATIONS,
            INCIDENTS
        }
    }

    /**
     * An answer to a question.
     *
     * @param state never {@code STALE}: that follows from dates
     * @param value {@code YES}, {@code PARTIAL}, {@code NO} or a plain decimal; empty where there is none
     * @param answeredOn the day it was true
     * @param validUntil last day its evidence counts; empty for the question's own validity
     */
    public record Answer(
            String question,
            FactState state,
            Optional<String> value,
            String verification,
            LocalDate answeredOn,
            Optional<LocalDate> validUntil) {}

    /**
     * An audit finding.
     *
     * @param verifiedOn the day its correction was verified; empty while it counts
     */
    public record Finding(
            String id,
            String severity,
            String standard,
            LocalDate openedOn,
            LocalDate dueOn,
            Optional<LocalDate> claimedOn,
            Optional<LocalDate> verifiedOn,
            Optional<String> site) {}

    /**
     * A certificate.
     *
     * @param scopeMatch a named reviewer's judgement whether scope, site and activity cover the work
     * @param suspendedFrom first day of a suspension; empty where there is none
     * @param withdrawnOn the day it was withdrawn
     */
    public record Certification(
            String id,
            String scheme,
            String number,
            String scopeMatch,
            LocalDate validFrom,
            LocalDate validUntil,
            Optional<LocalDate> suspendedFrom,
            Optional<LocalDate> withdrawnOn,
            Optional<String> site) {}

    /** A clause of the contract register and how it stands with this supplier. */
    public record Clause(String clause, String standing) {}

    /**
     * A firmware release. Every measure may be unknown.
     *
     * @param sbomCompleteness percent, in millionths
     * @param referenceDeviation percent of bytes, in millionths
     * @param patchLatency days, in millionths
     */
    public record FirmwareRelease(
            String id,
            String product,
            LocalDate releasedOn,
            Optional<Long> sbomCompleteness,
            Optional<Boolean> attested,
            Optional<Boolean> signedOff,
            Optional<Long> referenceDeviation,
            Optional<Long> patchLatency,
            Optional<String> site) {}

    /** Something that happened. */
    public record Incident(
            String id,
            String kind,
            String severity,
            LocalDate occurredOn,
            Optional<LocalDate> resolvedOn,
            Optional<String> site) {}

    /** The outcome of one marked decoy. */
    public record Canary(String id, LocalDate placedOn, String outcome) {}

    /**
     * An approved, dated exception from one knock-out for one class of work.
     *
     * @param rule id of the knock-out
     * @param workClass as {@code SENSITIVITY/ACTIVITY}
     * @param validUntil last day, at most 180 days after {@code validFrom}
     */
    public record Waiver(
            String rule,
            String workClass,
            LocalDate validFrom,
            LocalDate validUntil,
            String requestedBy,
            String approvedBy,
            String reason) {
        /** Longest a waiver may run, in days. */
        public static final int LONGEST_DAYS = 180;
    }

    /**
     * The supplier disputes its rating; marked wherever the rating shows.
     *
     * @param closedOn the day of the decision; empty while open
     */
    public record Dispute(String id, LocalDate openedOn, Optional<LocalDate> closedOn, String subject) {}

    /** The same facts with these country facts. */
    public SupplierFacts withJurisdictions(SortedMap<String, SortedMap<String, Reading>> readings) {
        return new SupplierFacts(
                id,
                name,
                identifiers,
                sites,
                ownership,
                registers,
                answers,
                findings,
                certifications,
                clauses,
                firmwareReleases,
                incidents,
                canaries,
                waivers,
                disputes,
                readings);
    }

    /** The readings of a country, empty where none were gathered. */
    public Map<String, Reading> readings(String country) {
        return jurisdictions.getOrDefault(country, Collections.emptySortedMap());
    }
}
