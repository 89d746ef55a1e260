package io.redoubt.scoring;

import io.redoubt.rulepack.Domain;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import java.util.List;
import java.util.Map;

/**
 * What is added up to a figure.
 *
 * @param domains with their parts of the figure
 * @param contributions to these domains; others are not looked at
 * @param most that the applicable facts could make, by domain; only a ratio asks for it
 */
record Entries(List<Domain> domains, List<Contribution> contributions, Map<String, Points> most) {
    Entries {
        domains = List.copyOf(domains);
    }

    /** The same with the parts of the figure that each domain has now. */
    Entries weighing(List<Domain> others) {
        return new Entries(others, contributions, most);
    }

    List<Contribution> to(Domain domain) {
        return contributions.stream()
                .filter(contribution -> contribution.domain().equals(domain.id()))
                .toList();
    }

    List<Share> weights() {
        return domains.stream().map(Domain::weight).toList();
    }
}
