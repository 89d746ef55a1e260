package io.redoubt.scoring;

import io.redoubt.facts.Certification;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.scoring.Deadline.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a supplier's lists ends or is due, answers aside; also what has ended and was not renewed. */
record Deadlines(SupplierFacts facts, FindingDeadline findings, LocalDate asOf) {
    List<Deadline> all() {
        List<Deadline> all = new ArrayList<>();
        facts.certifications().stream()
                .filter(this::mayCount)
                .flatMap(Deadlines::of)
                .forEach(all::add);
        facts.findings().stream()
                .filter(finding -> FactDerivation.counts(finding, asOf))
                .map(finding -> new Deadline(
                        Kind.FINDING,
                        finding.id(),
                        finding.severity() + " " + finding.standard(),
                        findings.of(finding),
                        finding.site()))
                .forEach(all::add);
        facts.waivers().stream()
                .filter(waiver -> facts.waivers().stream()
                        .noneMatch(other -> other.renews().equals(Optional.of(waiver.validFrom()))
                                && other.rule().equals(waiver.rule())
                                && other.workClass().equals(waiver.workClass())))
                .map(waiver -> new Deadline(
                        Kind.WAIVER,
                        waiver.rule() + " " + waiver.workClass() + " " + waiver.validFrom(),
                        waiver.rule() + " for " + waiver.workClass(),
                        waiver.validUntil(),
                        Optional.empty()))
                .forEach(all::add);
        facts.ownership()
                .screenedUntil()
                .map(day -> new Deadline(Kind.OWNERSHIP_SCREENING, "", "Ownership", day, Optional.empty()))
                .ifPresent(all::add);
        facts.registers().stream()
                .map(register -> new Deadline(
                        Kind.REGISTER,
                        register.kind().name(),
                        register.kind().name(),
                        register.completeUntil(),
                        Optional.empty()))
                .forEach(all::add);
        facts.engagements().stream()
                .filter(engagement -> engagement.validUntil().isPresent())
                .map(engagement -> new Deadline(
                        Kind.ENGAGEMENT,
                        engagement.id(),
                        engagement.workClass(),
                        engagement.validUntil().orElseThrow(),
                        Optional.of(engagement.site())))
                .forEach(all::add);
        return all;
    }

    /** A withdrawn certificate has no end to come, and one that another follows needs no renewal. */
    private boolean mayCount(Certification certification) {
        return certification.withdrawnOn().filter(day -> !day.isAfter(asOf)).isEmpty()
                && facts.certifications().stream()
                        .noneMatch(other -> other.scheme().equals(certification.scheme())
                                && other.site().equals(certification.site())
                                && other.scope().equals(certification.scope())
                                && other.withdrawnOn().isEmpty()
                                && other.validUntil().isAfter(certification.validUntil()));
    }

    private static Stream<Deadline> of(Certification certification) {
        String what = certification.scheme() + " " + certification.number();
        Deadline end = new Deadline(
                Kind.CERTIFICATION, certification.id(), what, certification.validUntil(), certification.site());
        Optional<Deadline> surveillance = certification
                .surveillanceDueOn()
                .filter(due -> due.isBefore(certification.validUntil()))
                .map(due -> new Deadline(Kind.SURVEILLANCE, certification.id(), what, due, certification.site()));
        return Stream.concat(Stream.of(end), surveillance.stream());
    }
}
