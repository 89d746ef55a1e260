package io.redoubt.firmware.sbom;

import static io.redoubt.firmware.sbom.CycloneDx.list;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.vulnerability.Vulnerability;
import org.cyclonedx.model.vulnerability.Vulnerability.Affect;
import org.cyclonedx.model.vulnerability.Vulnerability.Analysis;
import org.cyclonedx.model.vulnerability.Vulnerability.Rating;
import org.cyclonedx.model.vulnerability.Vulnerability.Rating.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The section of vulnerabilities of a CycloneDX document. What is listed without an analysis affects the product as far as
 * anybody knows. A false positive is a justification: the finding was wrong.
 */
final class CycloneDxVex {
    /** From the least to the worst; what is graded unknown or not at all has no grade. */
    private static final List<String> GRADES = List.of("LOW", "MEDIUM", "HIGH", "CRITICAL");

    private CycloneDxVex() {}

    static List<VexStatement> statements(Bom bom) throws UnreadableException {
        if (list(bom.getVulnerabilities()).size() > Limits.STATEMENTS) {
            throw new UnreadableException("The document must list at most " + Limits.STATEMENTS + " vulnerabilities.");
        }
        List<VexStatement> statements = list(bom.getVulnerabilities()).stream()
                .map(CycloneDxVex::statement)
                .filter(statement -> !statement.vulnerability().isEmpty())
                .toList();
        if (statements.stream().anyMatch(one -> one.vulnerability().length() > CveIds.LONGEST)) {
            throw new UnreadableException(
                    "The ids of vulnerabilities must have at most " + CveIds.LONGEST + " characters.");
        }
        return statements;
    }

    private static VexStatement statement(Vulnerability from) {
        Stream<String> names = Stream.concat(
                Stream.ofNullable(from.getId()),
                list(from.getReferences()).stream()
                        .map(Vulnerability.Reference::getId)
                        .filter(Objects::nonNull));
        Analysis analysis = from.getAnalysis();
        return new VexStatement(
                CveIds.preferred(names.toList()),
                status(analysis),
                severity(list(from.getRatings())),
                justification(analysis),
                list(from.getAffects()).stream()
                        .map(Affect::getRef)
                        .filter(Objects::nonNull)
                        .flatMap(ref -> Said.text(ref).stream())
                        .toList(),
                List.of(),
                Optional.ofNullable(analysis).flatMap(one -> earliest(one.getFirstIssued(), one.getLastUpdated())),
                earliest(from.getPublished(), from.getCreated()));
    }

    private static VexStatement.Status status(@Nullable Analysis analysis) {
        if (analysis == null || analysis.getState() == null) {
            return VexStatement.Status.AFFECTED;
        }
        return switch (analysis.getState()) {
            case RESOLVED, RESOLVED_WITH_PEDIGREE -> VexStatement.Status.FIXED;
            case NOT_AFFECTED, FALSE_POSITIVE -> VexStatement.Status.NOT_AFFECTED;
            case IN_TRIAGE -> VexStatement.Status.UNDER_INVESTIGATION;
            case EXPLOITABLE -> VexStatement.Status.AFFECTED;
        };
    }

    private static Optional<String> justification(@Nullable Analysis analysis) {
        if (analysis == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(analysis.getJustification())
                .map(Analysis.Justification::getJustificationName)
                .or(() -> analysis.getState() == Analysis.State.FALSE_POSITIVE
                        ? Optional.of(Analysis.State.FALSE_POSITIVE.getStateName())
                        : Optional.empty());
    }

    private static Optional<String> severity(List<Rating> ratings) {
        return ratings.stream()
                .map(Rating::getSeverity)
                .filter(Objects::nonNull)
                .map(grade -> grade == Severity.NONE || grade == Severity.INFO ? "LOW" : grade.name())
                .filter(GRADES::contains)
                .max(Comparator.comparing(GRADES::indexOf));
    }

    private static Optional<LocalDate> earliest(@Nullable Date... dates) {
        return Stream.of(dates)
                .filter(Objects::nonNull)
                .map(date -> LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC))
                .min(Comparator.naturalOrder());
    }
}
