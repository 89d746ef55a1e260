package io.redoubt.facts;

import java.util.List;
import java.util.Optional;

/**
 * What a certificate says it covers, as it stands on the certificate and its annexes.
 *
 * @param organisation the legal entity or development organisation it was issued to
 * @param sites ids of the supplier's sites it names
 * @param activities names of {@link io.redoubt.rulepack.WorkClass.Activity} it names
 * @param products products, product lines or systems it names
 * @param level maturity level or security level, 1 to 4, in millionths
 * @param statementOfApplicability whether the statement of applicability was seen and leaves nothing out that matters
 */
public record CertifiedScope(
        Optional<String> organisation,
        List<String> sites,
        List<String> activities,
        List<String> products,
        Optional<Long> level,
        Optional<Boolean> statementOfApplicability) {
    public CertifiedScope {
        sites = List.copyOf(sites);
        activities = List.copyOf(activities);
        products = List.copyOf(products);
    }
}
