package io.redoubt.scoring;

import io.redoubt.facts.Audit;
import io.redoubt.facts.Certification;
import io.redoubt.facts.Ownership;
import io.redoubt.facts.Register;
import io.redoubt.facts.SupplierFacts;
import java.time.LocalDate;
import java.util.Optional;

/** A supplier of which nothing is known, and what can be added to it. */
final class FactsFixture {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final SupplierFixture supplier = SupplierFixture.unknown();

    private FactsFixture() {}

    static FactsFixture supplier() {
        return new FactsFixture();
    }

    FactsFixture answer(String question, String value, LocalDate answeredOn) {
        supplier.answers.add(PartsFixture.answer(question, value, "DOCUMENTED", answeredOn, Optional.empty()));
        return this;
    }

    FactsFixture answer(String question, String value, LocalDate answeredOn, LocalDate validUntil) {
        supplier.answers.add(PartsFixture.answer(question, value, "DOCUMENTED", answeredOn, Optional.of(validUntil)));
        return this;
    }

    FactsFixture notApplicable(String question) {
        supplier.answers.add(PartsFixture.notApplicable(question, TODAY, TODAY.plusDays(30)));
        return this;
    }

    FactsFixture finding(String severity, LocalDate openedOn, LocalDate dueOn, Optional<LocalDate> verifiedOn) {
        supplier.findings.add(
                PartsFixture.finding("F-" + supplier.findings.size(), severity, openedOn, dueOn, verifiedOn));
        return this;
    }

    FactsFixture certification(Certification certification) {
        supplier.certifications.add(certification);
        return this;
    }

    FactsFixture release(String id, String product, LocalDate releasedOn, boolean attested) {
        supplier.releases.add(PartsFixture.release(id, product, releasedOn, Optional.of(attested)));
        return this;
    }

    FactsFixture incident(LocalDate occurredOn) {
        supplier.incidents.add(PartsFixture.incident("I-" + supplier.incidents.size(), "OTHER", "MINOR", occurredOn));
        return this;
    }

    FactsFixture audit(LocalDate heldOn, String result) {
        supplier.audits.add(
                new Audit("A", "ISO_27001", "Everything", Optional.empty(), heldOn, result, Optional.empty()));
        return this;
    }

    FactsFixture complete(Register.Kind kind, LocalDate until) {
        supplier.registers.add(new Register(kind, until));
        return this;
    }

    FactsFixture screened(String listing, LocalDate until) {
        supplier.ownership = PartsFixture.ownership(
                Ownership.UNKNOWN, Optional.of(true), Optional.of(listing), Optional.of(until), Optional.empty());
        return this;
    }

    SupplierFacts facts() {
        return supplier.build();
    }

    /** A confirmed certificate of a scheme, valid for these days. */
    static Certification certificate(String scheme, LocalDate from, LocalDate until) {
        return certificate(scheme, from, until, Optional.empty(), Optional.empty());
    }

    /** A certificate with a reviewer's judgement of its scope. */
    static Certification certificate(String scheme, LocalDate from, LocalDate until, String scopeMatch) {
        return PartsFixture.certificate("C", scheme, scopeMatch, from, until);
    }

    static Certification certificate(
            String scheme,
            LocalDate from,
            LocalDate until,
            Optional<LocalDate> suspendedFrom,
            Optional<LocalDate> withdrawnOn) {
        return PartsFixture.certificate("C", scheme, "CONFIRMED", from, until, suspendedFrom, withdrawnOn);
    }
}
