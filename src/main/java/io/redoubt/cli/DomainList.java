package io.redoubt.cli;

import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Scale;
import io.redoubt.scoring.Contribution;
import io.redoubt.scoring.DomainValue;
import io.redoubt.scoring.RatingDetail;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import io.redoubt.shared.Truth;
import java.util.Comparator;

/** The points within each control domain, the worst first: where a correction has the most effect. */
record DomainList(Lines text, RulePack pack, RuleNames names, RatingDetail detail) {
    void print() {
        text.add("%nControl domains at the worst end, before weighting%s", bound());
        detail.domains().stream()
                .sorted(Comparator.comparing(
                        DomainValue::worst, scale().byRisk().reversed()))
                .forEach(this::domain);
        detail.left().stream()
                .filter(domain -> pack.aggregation().isRatio())
                .forEach(domain -> text.add("  %-16s does not apply to the supplier and is left out", domain));
    }

    /** An allowance as wide as the scale bounds nothing, and a sum has none. */
    private String bound() {
        Points allowance = pack.thresholds().floorAllowance();
        if (pack.aggregation().isSum() || allowance.compareTo(scale().span()) >= 0) {
            return "";
        }
        return scale().isHigh()
                ? " (the control risk is never more than " + allowance + " below the worst of them)"
                : " (control is never more than " + allowance + " above the worst of them)";
    }

    private void domain(DomainValue domain) {
        text.add("  %-16s %-9s  %s", domain.domain(), domain.worst(), measures(domain));
        detail.contributions().stream()
                .filter(c -> c.domain().equals(domain.domain()) && !c.worst().equals(Points.ZERO))
                .sorted(Comparator.comparing(
                        Contribution::worst, scale().byRisk().reversed()))
                .forEach(this::contribution);
    }

    /** The domain's part of the figure, which in a sum is the whole of it, and how much of it is answered. */
    private String measures(DomainValue domain) {
        String weight = pack.aggregation().isSum() ? "" : "weight " + domain.weight() + ", ";
        Share coverage = detail.coverageByDomain().get(domain.domain());
        return weight + (coverage == null ? "does not apply to the supplier" : "coverage " + coverage);
    }

    private void contribution(Contribution contribution) {
        Points worst = contribution.worst();
        text.add(
                "    %8s  %s %s: %s%s",
                worst,
                String.join(" or ", contribution.rules()),
                contribution.fact(),
                names.titles(contribution, worst),
                contribution.truth() == Truth.TRUE ? "" : " (open)");
        names.remedy(contribution, worst).ifPresent(remedy -> text.add("              %s", remedy));
    }

    private Scale scale() {
        return pack.aggregation().scale();
    }
}
