package io.redoubt.scoring;

import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import java.time.Instant;
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

    /**
     * What the supplier does, as far as it decides which questions apply to it; empty where nobody asked.
     *
     * @param subSuppliers whether it passes parts of the work on
     * @param personalData whether it handles personal data for us
     */
    public record Profile(Optional<Boolean> subSuppliers, Optional<Boolean> personalData) {
        public static final Profile UNKNOWN = new Profile(Optional.empty(), Optional.empty());
    }

    /**
     * Where work happens.
     *
     * @param timeZone IANA name, such as {@code Asia/Tokyo}; deadlines end with the day there
     * @param activities what the site does for us, names of {@link io.redoubt.rulepack.WorkClass.Activity}; empty where
     *     that is not recorded
     */
    public record Site(String id, String name, String country, Optional<String> timeZone, List<String> activities) {
        public Site {
            activities = List.copyOf(activities);
        }
    }

    /**
     * Who owns and controls the supplier.
     *
     * @param disclosed whether every owner above 25 % is named and confirmed; empty where nobody asked
     * @param ownerList listing of the owners on the lists that bind the buyer; empty where nobody checked
     * @param screenedUntil last day the screening may be relied on; a clean result older than that counts no more
     * @param transferLicenceMissing whether a licence that the transfer needs is missing; empty where not assessed
     * @param transferNotificationMissing the same for a notification
     */
    public record Ownership(
            Optional<Boolean> disclosed,
            Optional<String> ownerList,
            Optional<LocalDate> screenedUntil,
            Optional<Boolean> transferLicenceMissing,
            Optional<Boolean> transferNotificationMissing,
            List<Link> links) {
        public static final Ownership UNKNOWN = new Ownership(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        public Ownership {
            links = List.copyOf(links);
        }
    }

    /**
     * One owner.
     *
     * @param percent of votes, in millionths of a percent
     * @param controls whether the owner can appoint management, whatever the votes
     * @param listed whether the owner is on a sanction list that binds the buyer; empty where nobody checked
     */
    public record Link(
            String owner,
            long percent,
            boolean controls,
            LocalDate validFrom,
            Optional<LocalDate> validUntil,
            Optional<Boolean> listed) {
        boolean holdsOn(LocalDate day) {
            return !validFrom.isAfter(day)
                    && validUntil.filter(until -> until.isBefore(day)).isEmpty();
        }
    }

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
            AUDITS,
            VULNERABILITIES,
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
     * @param reason why the question does not apply; with {@code approvedBy} and {@code validUntil} part of every
     *     statement that it does not
     * @param approvedBy who agreed that it does not apply
     */
    public record Answer(
            String question,
            FactState state,
            Optional<String> value,
            String verification,
            LocalDate answeredOn,
            Optional<LocalDate> validUntil,
            Optional<String> reason,
            Optional<String> approvedBy) {}

    /**
     * An audit finding.
     *
     * @param dueOn the day that was agreed; empty for the end of the remediation window
     * @param receivedAt when the supplier got it: the window's start, which an extension never moves
     * @param extendedUntil last day of an extension
     * @param verifiedOn the day its correction was verified; empty while it counts
     */
    public record Finding(
            String id,
            String severity,
            String standard,
            LocalDate openedOn,
            Optional<LocalDate> dueOn,
            Optional<Instant> receivedAt,
            Optional<LocalDate> extendedUntil,
            Optional<LocalDate> claimedOn,
            Optional<LocalDate> verifiedOn,
            Optional<String> site) {}

    /**
     * A certificate.
     *
     * @param edition year of the edition certified against, such as {@code 2022}
     * @param accredited whether the body that issued it is accredited
     * @param scope what it says it covers; empty where only the reviewer's judgement is recorded
     * @param scopeMatch a reviewer's judgement whether scope, site and activity cover the work
     * @param reviewedBy who judged; without a name nothing is confirmed
     * @param surveillanceDueOn last day on which the next surveillance audit keeps it alive
     * @param suspendedFrom first day of a suspension; empty where there is none
     * @param withdrawnOn the day it was withdrawn
     */
    public record Certification(
            String id,
            String scheme,
            String number,
            Optional<String> edition,
            Optional<Boolean> accredited,
            Optional<CertifiedScope> scope,
            String scopeMatch,
            Optional<String> reviewedBy,
            LocalDate validFrom,
            LocalDate validUntil,
            Optional<LocalDate> surveillanceDueOn,
            Optional<LocalDate> suspendedFrom,
            Optional<LocalDate> withdrawnOn,
            Optional<String> site) {}

    /**
     * The result of one audit against a standard.
     *
     * @param system what was audited; the latest audit of each system counts
     * @param securityLevel the level it was audited for, in millionths
     */
    public record Audit(
            String id,
            String standard,
            String system,
            Optional<Long> securityLevel,
            LocalDate heldOn,
            String result,
            Optional<String> site) {}

    /**
     * A clause of the contract register and how it stands with this supplier.
     *
     * @param days its length where it has one, such as a remediation window or a notice period, in millionths of a day
     */
    public record Clause(String clause, String standing, Optional<Long> days) {}

    /**
     * A firmware release. Every measure may be unknown.
     *
     * @param sbomCompleteness percent, in millionths
     * @param teeEvidence whether time-stamped evidence from a trusted execution environment exists
     * @param referenceDeviation percent of bytes, in millionths
     * @param productClass what it runs on
     * @param safetyImpact what a compromise can do to people
     * @param stages validation stages that were passed; empty where nobody recorded them
     * @param phases phases in which it was validated; empty where nobody recorded them
     */
    public record FirmwareRelease(
            String id,
            String product,
            LocalDate releasedOn,
            Optional<Long> sbomCompleteness,
            Optional<Boolean> attested,
            Optional<Boolean> signedOff,
            Optional<Boolean> teeEvidence,
            Optional<Long> referenceDeviation,
            Optional<String> productClass,
            Optional<String> safetyImpact,
            List<String> stages,
            List<String> phases,
            Optional<String> site) {
        public FirmwareRelease {
            stages = List.copyOf(stages);
            phases = List.copyOf(phases);
        }
    }

    /**
     * Something that happened.
     *
     * @param awareAt when the supplier knew of it: the start of its duties to report
     * @param warnedAt when it gave the early warning
     * @param notifiedAt when it gave the full notification
     */
    public record Incident(
            String id,
            String kind,
            String severity,
            LocalDate occurredOn,
            Optional<Instant> awareAt,
            Optional<Instant> warnedAt,
            Optional<Instant> notifiedAt,
            Optional<LocalDate> resolvedOn,
            Optional<String> site) {}

    /**
     * The outcome of one marked decoy.
     *
     * @param custodyRecord where the record of who had it lies
     * @param reviewers who looked at the attribution; it takes two
     * @param supplierHeardOn the day the supplier was heard
     */
    public record Canary(
            String id,
            LocalDate placedOn,
            String outcome,
            Optional<String> custodyRecord,
            List<String> reviewers,
            Optional<LocalDate> supplierHeardOn) {
        public Canary {
            reviewers = List.copyOf(reviewers);
        }
    }

    /**
     * An approved, dated exception from one knock-out for one class of work.
     *
     * @param rule id of the knock-out
     * @param workClass as {@code SENSITIVITY/ACTIVITY}
     * @param engagement id of the engagement it is for; empty for all of the class
     * @param validUntil last day, at most 180 days after {@code validFrom}
     * @param compensatingControl what protects meanwhile
     * @param seenFacts hash of the facts that the approver saw
     * @param seenBadge the badge that the approver saw: with another one the waiver is stale
     * @param renews first day of the waiver that it renews; one renewal and no more
     */
    public record Waiver(
            String rule,
            String workClass,
            Optional<String> engagement,
            LocalDate validFrom,
            LocalDate validUntil,
            String requestedBy,
            String approvedBy,
            String reason,
            Optional<String> compensatingControl,
            Optional<String> seenFacts,
            Optional<String> seenBadge,
            Optional<LocalDate> renews) {
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
                profile,
                sites,
                ownership,
                registers,
                answers,
                findings,
                certifications,
                audits,
                clauses,
                firmwareReleases,
                vulnerabilities,
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
