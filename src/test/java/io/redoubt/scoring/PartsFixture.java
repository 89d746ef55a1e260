package io.redoubt.scoring;

import io.redoubt.facts.Answer;
import io.redoubt.facts.Canary;
import io.redoubt.facts.Certification;
import io.redoubt.facts.Finding;
import io.redoubt.facts.FirmwareRelease;
import io.redoubt.facts.Incident;
import io.redoubt.facts.Ownership;
import io.redoubt.facts.Site;
import io.redoubt.facts.Waiver;
import io.redoubt.shared.FactState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Facts with what a test does not name left out, or as good as it takes to count. */
final class PartsFixture {
    private PartsFixture() {}

    static Site site(String id, String country, String... activities) {
        return new Site(id, "Works", country, Optional.empty(), List.of(activities));
    }

    static Answer answer(String question, String value, String verification, LocalDate on, Optional<LocalDate> until) {
        return new Answer(
                question,
                FactState.ANSWERED,
                Optional.of(value),
                verification,
                on,
                until,
                Optional.empty(),
                Optional.empty());
    }

    static Answer notApplicable(String question, LocalDate on, LocalDate until) {
        return new Answer(
                question,
                FactState.NOT_APPLICABLE,
                Optional.empty(),
                "SELF_ATTESTED",
                on,
                Optional.of(until),
                Optional.of("Nothing of the kind is made here."),
                Optional.of("lara.approver"));
    }

    static Finding finding(
            String id, String severity, LocalDate openedOn, LocalDate dueOn, Optional<LocalDate> verifiedOn) {
        return new Finding(
                id,
                severity,
                "ISO_27001",
                openedOn,
                Optional.of(dueOn),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                verifiedOn,
                Optional.empty());
    }

    /** A certificate of an accredited body that a named person reviewed. */
    static Certification certificate(String id, String scheme, String match, LocalDate from, LocalDate until) {
        return certificate(id, scheme, match, from, until, Optional.empty(), Optional.empty());
    }

    static Certification certificate(
            String id,
            String scheme,
            String match,
            LocalDate from,
            LocalDate until,
            Optional<LocalDate> suspendedFrom,
            Optional<LocalDate> withdrawnOn) {
        return new Certification(
                id,
                scheme,
                "FICTION-" + id,
                Optional.of("2022"),
                Optional.of(true),
                Optional.empty(),
                match,
                Optional.of("sam.security"),
                from,
                until,
                Optional.empty(),
                suspendedFrom,
                withdrawnOn,
                Optional.empty());
    }

    static FirmwareRelease release(String id, String product, LocalDate on, Optional<Boolean> attested) {
        return release(id, product, on, Optional.empty(), attested, Optional.empty());
    }

    static FirmwareRelease release(
            String id,
            String product,
            LocalDate on,
            Optional<Long> sbom,
            Optional<Boolean> attested,
            Optional<Long> deviation) {
        return new FirmwareRelease(
                id,
                product,
                on,
                sbom,
                attested,
                Optional.empty(),
                Optional.empty(),
                deviation,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Incident incident(String id, String kind, String severity, LocalDate on) {
        return new Incident(
                id,
                kind,
                severity,
                on,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Canary canary(String id, LocalDate on, String outcome) {
        return new Canary(id, on, outcome, Optional.of("safe 4"), List.of("ann", "bob"), Optional.of(on));
    }

    static Waiver waiver(String rule, String workClass, LocalDate from, LocalDate until, String by, String approvedBy) {
        return waiver(rule, workClass, from, until, by, approvedBy, "LOW", Optional.empty());
    }

    /** The number that the approvers of waivers saw. */
    static final int SEEN_RISK = 10;

    /** A waiver whose approver saw a badge, and which perhaps renews another. */
    static Waiver waiver(
            String rule,
            String workClass,
            LocalDate from,
            LocalDate until,
            String by,
            String approvedBy,
            String seen,
            Optional<LocalDate> renews) {
        return new Waiver(
                rule,
                workClass,
                Optional.empty(),
                from,
                until,
                by,
                approvedBy,
                "Because.",
                Optional.of("Meanwhile somebody watches."),
                Optional.of("0".repeat(64)),
                Optional.of(seen),
                Optional.of(SEEN_RISK),
                renews);
    }

    static Ownership ownership(
            Ownership like,
            Optional<Boolean> disclosed,
            Optional<String> listed,
            Optional<LocalDate> until,
            Optional<Boolean> licenceMissing) {
        return new Ownership(
                disclosed, listed, until, licenceMissing, like.transferNotificationMissing(), like.links());
    }
}
