package io.redoubt.scoring;

import io.redoubt.facts.Answer;
import io.redoubt.facts.Audit;
import io.redoubt.facts.Canary;
import io.redoubt.facts.Certification;
import io.redoubt.facts.Clause;
import io.redoubt.facts.Dispute;
import io.redoubt.facts.Engagement;
import io.redoubt.facts.Finding;
import io.redoubt.facts.FirmwareRelease;
import io.redoubt.facts.Identifiers;
import io.redoubt.facts.Incident;
import io.redoubt.facts.Ownership;
import io.redoubt.facts.Profile;
import io.redoubt.facts.Register;
import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.facts.Vulnerability;
import io.redoubt.facts.Waiver;
import io.redoubt.shared.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A supplier that can be changed until it is built. */
final class SupplierFixture {
    String id;
    String name;
    Identifiers identifiers = Identifiers.NONE;
    Profile profile = Profile.UNKNOWN;
    Ownership ownership = Ownership.UNKNOWN;
    List<Site> sites = new ArrayList<>();
    List<Register> registers = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<Certification> certifications = new ArrayList<>();
    List<Audit> audits = new ArrayList<>();
    List<Clause> clauses = new ArrayList<>();
    List<FirmwareRelease> releases = new ArrayList<>();
    List<Vulnerability> vulnerabilities = new ArrayList<>();
    List<Incident> incidents = new ArrayList<>();
    List<Canary> canaries = new ArrayList<>();
    List<Waiver> waivers = new ArrayList<>();
    List<Engagement> engagements = new ArrayList<>();
    List<Dispute> disputes = new ArrayList<>();
    SortedMap<String, SortedMap<String, Reading>> jurisdictions = new TreeMap<>();

    private SupplierFixture(String id) {
        this.id = id;
        this.name = "Supplier " + id;
    }

    static SupplierFixture unknown() {
        return new SupplierFixture("S-1");
    }

    static SupplierFixture of(SupplierFacts facts) {
        SupplierFixture fixture = new SupplierFixture(facts.id());
        fixture.name = facts.name();
        fixture.identifiers = facts.identifiers();
        fixture.ownership = facts.ownership();
        fixture.profile = facts.profile();
        fixture.audits.addAll(facts.audits());
        fixture.vulnerabilities.addAll(facts.vulnerabilities());
        fixture.engagements.addAll(facts.engagements());
        fixture.sites.addAll(facts.sites());
        fixture.registers.addAll(facts.registers());
        fixture.answers.addAll(facts.answers());
        fixture.findings.addAll(facts.findings());
        fixture.certifications.addAll(facts.certifications());
        fixture.clauses.addAll(facts.clauses());
        fixture.releases.addAll(facts.firmwareReleases());
        fixture.incidents.addAll(facts.incidents());
        fixture.canaries.addAll(facts.canaries());
        fixture.waivers.addAll(facts.waivers());
        fixture.disputes.addAll(facts.disputes());
        facts.jurisdictions().forEach((country, known) -> fixture.jurisdictions.put(country, new TreeMap<>(known)));
        return fixture;
    }

    SupplierFacts build() {
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
                releases,
                vulnerabilities,
                incidents,
                canaries,
                waivers,
                engagements,
                disputes,
                jurisdictions);
    }

    /** Replaces whatever was answered to the question. */
    SupplierFixture answer(String question, String value, String verification, LocalDate on) {
        return answer(PartsFixture.answer(question, value, verification, on, Optional.empty()));
    }

    SupplierFixture answer(Answer answer) {
        answers.removeIf(a -> a.question().equals(answer.question()));
        answers.add(answer);
        return this;
    }

    SupplierFixture excused(String question, LocalDate on) {
        return answer(PartsFixture.notApplicable(question, on, on.plusDays(400)));
    }

    /** Declares a list complete for a year. */
    SupplierFixture complete(Register.Kind kind, LocalDate on) {
        registers.removeIf(register -> register.kind() == kind);
        registers.add(new Register(kind, on.plusYears(1)));
        return this;
    }

    SupplierFixture finding(String severity, LocalDate openedOn, LocalDate dueOn) {
        findings.add(PartsFixture.finding("added-" + findings.size(), severity, openedOn, dueOn, Optional.empty()));
        return this;
    }

    SupplierFixture incident(String kind, String severity, LocalDate on) {
        incidents.add(PartsFixture.incident("added-" + incidents.size(), kind, severity, on));
        return this;
    }

    SupplierFixture certificate(String scheme, String scopeMatch, LocalDate from, LocalDate until) {
        certifications.add(PartsFixture.certificate("added-" + certifications.size(), scheme, scopeMatch, from, until));
        return this;
    }

    SupplierFixture disclosed(Optional<Boolean> disclosed) {
        ownership = PartsFixture.ownership(
                ownership,
                disclosed,
                ownership.ownerList(),
                ownership.screenedUntil(),
                ownership.transferLicenceMissing());
        return this;
    }

    SupplierFixture licenceMissing(Optional<Boolean> missing) {
        ownership = PartsFixture.ownership(
                ownership, ownership.disclosed(), ownership.ownerList(), ownership.screenedUntil(), missing);
        return this;
    }

    SupplierFixture screened(String listed, LocalDate until) {
        ownership = PartsFixture.ownership(
                ownership,
                ownership.disclosed(),
                Optional.of(listed),
                Optional.of(until),
                ownership.transferLicenceMissing());
        return this;
    }
}
