package io.redoubt.scoring;

import io.redoubt.facts.Certification;
import io.redoubt.facts.FirmwareRelease;
import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.scoring.ScopeMatch.Work;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What certificates come to on a day. A certificate counts through its last day and not one day longer, and not while
 * it is suspended, its surveillance audit is overdue or its edition has ended. Only a certificate of an accredited body
 * under a known edition confirms anything.
 */
record CertificateStanding(SupplierFacts facts, PackInputs inputs, LocalDate asOf) {
    private static final String EDITION_ENDED = "EDITION_ENDED";
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    /** The state of one certificate, as the catalogue names it. */
    String state(Certification certificate) {
        if (certificate.withdrawnOn().filter(w -> !w.isAfter(asOf)).isPresent()) {
            return "WITHDRAWN";
        }
        if (certificate.validUntil().isBefore(asOf)) {
            return "EXPIRED";
        }
        if (edition(certificate).filter(e -> e < leastEdition(certificate)).isPresent()) {
            return EDITION_ENDED;
        }
        if (certificate.validFrom().isAfter(asOf)) {
            return "NOT_YET_VALID";
        }
        if (certificate.suspendedFrom().filter(s -> !s.isAfter(asOf)).isPresent()) {
            return "SUSPENDED";
        }
        boolean overdue = certificate
                .surveillanceDueOn()
                .filter(due -> due.isBefore(asOf))
                .isPresent();
        return overdue ? "SURVEILLANCE_OVERDUE" : "VALID";
    }

    /** The state, or anything between it and an ended edition where nobody recorded which edition it is. */
    Reading stateReading(Certification certificate) {
        Codes type = StandardFields.CERTIFICATE_STATE;
        long code = type.parse(state(certificate));
        long ended = type.parse(EDITION_ENDED);
        return isEditionOpen(certificate)
                ? Reading.within(Math.min(code, ended), Math.max(code, ended))
                : Reading.known(code);
    }

    /** Whether an unknown edition may have ended; what was withdrawn or has expired is over under any. */
    private boolean isEditionOpen(Certification certificate) {
        String state = state(certificate);
        return inputs.leastEdition(certificate.scheme()).isPresent()
                && edition(certificate).isEmpty()
                && !state.equals("WITHDRAWN")
                && !state.equals("EXPIRED");
    }

    private static Optional<Integer> edition(Certification certificate) {
        return certificate
                .edition()
                .filter(text -> YEAR.matcher(text).matches())
                .map(Integer::valueOf);
    }

    private int leastEdition(Certification certificate) {
        return inputs.leastEdition(certificate.scheme()).orElse(0);
    }

    /**
     * How well a certificate covers any of the work: the best over all sites or products.
     *
     * @param assumed whether what nobody recorded of the certificate is taken to be well
     */
    ScopeMatch bestMatch(Certification certificate, boolean assumed) {
        return works(certificate.scheme()).stream()
                .map(work -> confirmed(certificate, work, assumed))
                .max(ScopeMatch::compareTo)
                .orElse(ScopeMatch.NONE);
    }

    /**
     * The best certificate of a scheme for each site or product, and of those the weakest: work may go to any of them.
     *
     * @param assumed whether what nobody recorded of the certificates is taken to be well
     * @return a value of {@link StandardFields#CERTIFIED}
     */
    long best(String scheme, boolean assumed) {
        return works(scheme).stream()
                .mapToLong(work -> facts.certifications().stream()
                        .filter(c -> c.scheme().equals(scheme))
                        .mapToLong(c -> StandardFields.CERTIFIED.parse(standing(c, work, assumed)))
                        .max()
                        .orElse(0))
                .min()
                .orElse(0);
    }

    /** A certificate that covers nothing of ours is none at any time: its end must not make it more. */
    private String standing(Certification certificate, Work work, boolean assumed) {
        ScopeMatch match = confirmed(certificate, work, assumed);
        if (match == ScopeMatch.NONE) {
            return "NO";
        }
        return switch (state(certificate)) {
            case "VALID" -> isEditionOpen(certificate) && !assumed ? "LAPSED" : match.name();
            case "NOT_YET_VALID" -> "NO";
            default -> "LAPSED";
        };
    }

    private ScopeMatch confirmed(Certification certificate, Work work, boolean assumed) {
        ScopeMatch match = ScopeMatch.of(certificate, work, assumed);
        boolean editionKnown = assumed
                || inputs.leastEdition(certificate.scheme()).isEmpty()
                || edition(certificate).isPresent();
        boolean sound = certificate.accredited().orElse(assumed) && editionKnown;
        return match == ScopeMatch.CONFIRMED && !sound ? ScopeMatch.PARTIAL : match;
    }

    /**
     * What a scheme is about: sites for information security; for the others products, each where it is made, and where
     * none is on record the sites that develop firmware.
     */
    private List<Work> works(String scheme) {
        List<Work> works = scheme.equals("ISO_27001")
                ? facts.sites().stream().map(this::work).toList()
                : facts.firmwareReleases().stream()
                        .filter(release -> !release.releasedOn().isAfter(asOf))
                        .map(this::work)
                        .distinct()
                        .toList();
        if (works.isEmpty() && !scheme.equals("ISO_27001")) {
            works = facts.sites().stream()
                    .filter(site -> site.activities().contains(WorkClass.Activity.FIRMWARE_DEVELOPMENT.name()))
                    .map(this::work)
                    .toList();
        }
        return works.isEmpty() ? List.of(new Work(facts.name(), Optional.empty(), Optional.empty())) : works;
    }

    private Work work(Site site) {
        return new Work(facts.name(), Optional.of(site), Optional.empty());
    }

    private Work work(FirmwareRelease release) {
        Optional<Site> made = release.site()
                .flatMap(id -> facts.sites().stream()
                        .filter(site -> site.id().equals(id))
                        .findFirst());
        return new Work(facts.name(), made, Optional.of(release.product()));
    }
}
