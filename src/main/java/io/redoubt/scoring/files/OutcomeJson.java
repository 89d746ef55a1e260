package io.redoubt.scoring.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.scoring.Contribution;
import io.redoubt.scoring.EngagementRisk;
import io.redoubt.scoring.Figure;
import io.redoubt.scoring.RatingDetail;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.RatingOutcome.Disqualified;
import io.redoubt.scoring.RatingOutcome.Rated;
import io.redoubt.scoring.RatingOutcome.Unrated;
import io.redoubt.scoring.Waterfall;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Writes an outcome as JSON, complete and readable without the pack: points as text with up to six decimals, every
 * contribution with the title, reason code, remediation and citations of its rules.
 */
public final class OutcomeJson {
    private OutcomeJson() {}

    /**
     * Published data that a rating was made with.
     *
     * @param of what it holds, with the edition of each
     */
    public record Edition(String hash, SortedMap<String, String> of) {}

    public static ObjectNode write(RatingOutcome outcome, RulePack pack) {
        return write(outcome, pack, Collections.emptySortedMap());
    }

    /** @param editions of the data beside the pack, by what they are of; none of an outcome that does not name them */
    public static ObjectNode write(RatingOutcome outcome, RulePack pack, SortedMap<String, Edition> editions) {
        RatingDetail detail = outcome.detail();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("supplier", detail.supplierId());
        node.put("asOf", detail.asOf().toString());
        node.put("badge", outcome.badge());
        node.set("reasons", texts(reasons(outcome)));
        node.put("disputed", detail.disputed());
        node.put("coverage", detail.coverage().toString());
        ObjectNode coverage = node.putObject("coverageByDomain");
        detail.coverageByDomain().forEach((domain, share) -> coverage.put(domain, share.toString()));
        ObjectNode figures = node.putObject("figures");
        figures.set("overall", figure(detail.overall()));
        figures.set("control", figure(detail.control()));
        if (pack.judgesLocation()) {
            figures.set("location", figure(detail.location()));
            ObjectNode sites = figures.putObject("sites");
            detail.sites().forEach((site, figure) -> sites.set(site, figure(figure)));
        }
        node.setAll(WeightsJson.write(detail));
        node.set("contributions", contributions(detail, pack));
        ObjectNode clearances = node.putObject("clearances");
        detail.clearances()
                .forEach((workClass, clearance) -> clearances
                        .putObject(workClass.toString())
                        .put("status", clearance.status().name())
                        .set("reasons", texts(clearance.reasons())));
        node.set("contractGaps", texts(detail.gaps()));
        ObjectNode engagements = node.putObject("engagements");
        detail.engagements().forEach((id, risk) -> engagements.set(id, engagement(risk)));
        ObjectNode methodology = node.putObject("methodology")
                .put("pack", detail.packId())
                .put("version", detail.packVersion())
                .put("hash", detail.packHash())
                .put("semantics", detail.semantics());
        if (!editions.isEmpty()) {
            ObjectNode data = methodology.putObject("editions");
            editions.forEach((subject, edition) -> {
                ObjectNode of =
                        data.putObject(subject).put("hash", edition.hash()).putObject("of");
                edition.of().forEach(of::put);
            });
        }
        return node;
    }

    private static ObjectNode engagement(EngagementRisk risk) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putObject("inherent")
                .put("best", risk.inherent().best().toString())
                .put("worst", risk.inherent().worst().toString());
        node.putObject("effectiveness")
                .put("best", risk.effectiveness().best().toString())
                .put("worst", risk.effectiveness().worst().toString());
        node.putObject("residual")
                .put("best", risk.residual().best().toString())
                .put("worst", risk.residual().worst().toString());
        node.putObject("clearance")
                .put("status", risk.clearance().status().name())
                .set("reasons", texts(risk.clearance().reasons()));
        return node;
    }

    private static List<String> reasons(RatingOutcome outcome) {
        if (outcome instanceof Disqualified disqualified) {
            return disqualified.rules();
        }
        if (outcome instanceof Unrated unrated) {
            return unrated.reasons();
        }
        return List.of(((Rated) outcome).band().advice());
    }

    private static ArrayNode contributions(RatingDetail detail, RulePack pack) {
        Map<String, Rule> rules = pack.rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Contribution contribution : detail.contributions()) {
            ObjectNode node = array.addObject();
            ArrayNode because = node.putArray("rules");
            contribution.rules().stream()
                    .map(rules::get)
                    .filter(Objects::nonNull)
                    .forEach(rule -> because.add(reason(rule)));
            node.put("domain", contribution.domain())
                    .put("fact", contribution.fact())
                    .put("truth", contribution.truth().name())
                    .put("best", contribution.best().toString())
                    .put("worst", contribution.worst().toString());
        }
        return array;
    }

    private static ObjectNode reason(Rule rule) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", rule.id())
                .put("reason", rule.dossier().reason())
                .put("title", rule.dossier().title())
                .put("remediation", rule.dossier().remediation())
                .set("citations", texts(rule.citations()));
    }

    private static ObjectNode figure(Figure figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("best", waterfall(figure.best()));
        node.set("worst", waterfall(figure.worst()));
        return node;
    }

    private static ObjectNode waterfall(Waterfall waterfall) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("headline", waterfall.headline())
                .put("exact", waterfall.exact().toString());
        ArrayNode steps = node.putArray("steps");
        waterfall
                .steps()
                .forEach(step -> steps.addObject()
                        .put("kind", step.kind().name())
                        .put("label", step.label())
                        .put("points", step.points().toString()));
        return node;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
