package io.redoubt.scoring.files;

import static io.redoubt.rulepack.StandardFields.CVE_SEVERITY;
import static io.redoubt.rulepack.StandardFields.PHASES;
import static io.redoubt.rulepack.StandardFields.PRODUCT_CLASS;
import static io.redoubt.rulepack.StandardFields.SAFETY;
import static io.redoubt.rulepack.StandardFields.STAGES;
import static io.redoubt.rulepack.StandardFields.VEX;

import io.redoubt.facts.FirmwareRelease;
import io.redoubt.facts.Vulnerability;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Reads firmware releases and the weaknesses of what is delivered.
 *
 * @param sites ids of the supplier's sites
 */
record FirmwareReading(Set<String> sites) {
    private static final String SITE = "site";

    FirmwareRelease release(JsonView view) {
        JsonView release = view.object(
                "id",
                "product",
                "releasedOn",
                "sbomCompleteness",
                "attested",
                "signedOff",
                "teeEvidence",
                "referenceDeviation",
                "productClass",
                "safetyImpact",
                "stages",
                "phases",
                SITE);
        return new FirmwareRelease(
                release.text("id"),
                release.text("product"),
                release.date("releasedOn"),
                release.percent("sbomCompleteness"),
                release.optionalFlag("attested"),
                release.optionalFlag("signedOff"),
                release.optionalFlag("teeEvidence"),
                release.percent("referenceDeviation"),
                release.optionalCode("productClass", PRODUCT_CLASS),
                release.optionalCode("safetyImpact", SAFETY),
                release.codes("stages", STAGES),
                release.codes("phases", PHASES),
                release.site(SITE, sites));
    }

    Vulnerability vulnerability(JsonView view) {
        JsonView found = view.object(
                "id",
                "product",
                "severity",
                "awareOn",
                "noticedOn",
                "exploitedOn",
                "advisoryOn",
                "fixedOn",
                "vex",
                "justification",
                SITE);
        Vulnerability read = new Vulnerability(
                found.text("id"),
                found.text("product"),
                found.code("severity", CVE_SEVERITY),
                found.optionalDate("awareOn"),
                found.optionalDate("noticedOn"),
                found.optionalDate("exploitedOn"),
                found.optionalDate("advisoryOn"),
                found.optionalDate("fixedOn"),
                found.optionalCode("vex", VEX),
                found.optionalText("justification"),
                found.site(SITE, sites));
        Optional<LocalDate> started = read.startedOn();
        if (started.isEmpty()) {
            found.refuse("", "The vulnerability must have one of awareOn, noticedOn, exploitedOn, advisoryOn.");
        }
        started.ifPresent(start -> found.notBefore("fixedOn", start, "the day it was known"));
        return read;
    }
}
