package io.redoubt.scoring;

import io.redoubt.scoring.SupplierFacts.Answer;
import io.redoubt.scoring.SupplierFacts.Certification;
import io.redoubt.scoring.SupplierFacts.Finding;
import io.redoubt.scoring.SupplierFacts.FirmwareRelease;
import io.redoubt.scoring.SupplierFacts.Identifiers;
import io.redoubt.scoring.SupplierFacts.Incident;
import io.redoubt.scoring.SupplierFacts.Ownership;
import io.redoubt.scoring.SupplierFacts.Register;
import io.redoubt.shared.FactState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A supplier of which nothing is known, and what can be added to it. */
final class FactsFixture {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final List<Answer> answers = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Certification> certifications = new ArrayList<>();
    private final List<FirmwareRelease> releases = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final List<Register> registers = new ArrayList<>();
    private Ownership ownership = Ownership.UNKNOWN;

    private FactsFixture() {}

    static FactsFixture supplier() {
        return new FactsFixture();
    }

    FactsFixture answer(String question, String value, LocalDate answeredOn) {
        return answer(question, FactState.ANSWERED, Optional.of(value), answeredOn, Optional.empty());
    }

    FactsFixture answer(String question, String value, LocalDate answeredOn, LocalDate validUntil) {
        return answer(question, FactState.ANSWERED, Optional.of(value), answeredOn, Optional.of(validUntil));
    }

    FactsFixture notApplicable(String question) {
        return answer(question, FactState.NOT_APPLICABLE, Optional.empty(), TODAY, Optional.empty());
    }

    private FactsFixture answer(
            String question, FactState state, Optional<String> value, LocalDate on, Optional<LocalDate> until) {
        answers.add(new Answer(question, state, value, "DOCUMENTED", on, until));
        return this;
    }

    FactsFixture finding(String severity, LocalDate openedOn, LocalDate dueOn, Optional<LocalDate> verifiedOn) {
        findings.add(new Finding(
                "F-" + findings.size(),
                severity,
                "ISO_27001",
                openedOn,
                dueOn,
                Optional.empty(),
                verifiedOn,
                Optional.empty()));
        return this;
    }

    FactsFixture certification(Certification certification) {
        certifications.add(certification);
        return this;
    }

    FactsFixture release(String id, String product, LocalDate releasedOn, boolean attested) {
        releases.add(new FirmwareRelease(
                id,
                product,
                releasedOn,
                Optional.empty(),
                Optional.of(attested),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return this;
    }

    FactsFixture incident(LocalDate occurredOn) {
        incidents.add(new Incident(
                "I-" + incidents.size(), "OTHER", "MINOR", occurredOn, Optional.empty(), Optional.empty()));
        return this;
    }

    FactsFixture complete(Register.Kind kind, LocalDate until) {
        registers.add(new Register(kind, until));
        return this;
    }

    FactsFixture screened(String listing, LocalDate until) {
        ownership =
                new Ownership(Optional.empty(), Optional.of(listing), Optional.of(until), Optional.empty(), List.of());
        return this;
    }

    SupplierFacts facts() {
        return new SupplierFacts(
                "S",
                "S",
                Identifiers.NONE,
                List.of(),
                ownership,
                registers,
                answers,
                findings,
                certifications,
                List.of(),
                releases,
                incidents,
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>());
    }

    /** A confirmed certificate of a scheme, valid for these days. */
    static Certification certificate(String scheme, LocalDate from, LocalDate until) {
        return certificate(scheme, from, until, Optional.empty(), Optional.empty());
    }

    /** A certificate with a reviewer's judgement of its scope. */
    static Certification certificate(String scheme, LocalDate from, LocalDate until, String scopeMatch) {
        return new Certification(
                "C", scheme, "1", scopeMatch, from, until, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Certification certificate(
            String scheme,
            LocalDate from,
            LocalDate until,
            Optional<LocalDate> suspendedFrom,
            Optional<LocalDate> withdrawnOn) {
        return new Certification(
                "C", scheme, "1", "CONFIRMED", from, until, suspendedFrom, withdrawnOn, Optional.empty());
    }
}
