package io.redoubt.questionnaire.form;

import io.redoubt.questionnaire.form.Form.LeftOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a supplier is asked of a template: the questions of its tier, but those that the rules excuse it from.
 * What hangs on a question that is not asked is not asked either. Each one left out says why.
 *
 * @param inherent inherent risk in points, rounded up; empty where it is not known
 * @param ordered tier that somebody wants whatever the risk; it may only ask more than the risk calls for
 * @param excused reason by id of each question that certainly does not apply to the supplier
 */
public record Scope(Optional<Integer> inherent, Optional<Tier> ordered, Map<String, String> excused) {
    public Scope {
        excused = Map.copyOf(excused);
    }

    /** The tier that is asked. */
    public Tier tier(Template template) {
        Tier called = template.tierFor(inherent);
        return ordered.filter(tier -> template.rank(tier.id()) > template.rank(called.id()))
                .orElse(called);
    }

    public Form form(Template template) {
        Tier tier = tier(template);
        List<FormQuestion> asked = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (FormQuestion question : template.questions()) {
            Optional<String> reason = reason(template, tier, question, ids);
            reason.ifPresentOrElse(
                    why -> leftOut.add(new LeftOut(question.id(), why, excused.containsKey(question.id()))), () -> {
                        asked.add(question);
                        ids.add(question.id());
                    });
        }
        return new Form(
                template.title(), tier.id(), why(tier), template.sections(), asked, leftOut, template.mapping());
    }

    private Optional<String> reason(Template template, Tier tier, FormQuestion question, Set<String> asked) {
        if (excused.containsKey(question.id())) {
            return Optional.ofNullable(excused.get(question.id()));
        }
        if (!template.asks(tier, question)) {
            Tier first = template.tier(question.tier()).orElseThrow();
            return Optional.of(first.from()
                    .map(from -> "Asked from an inherent risk of " + from + " points on.")
                    .orElse("Asked where somebody orders the tier " + first.id() + "."));
        }
        return question.shownIf().stream()
                .map(Condition::question)
                .filter(above -> !asked.contains(above))
                .findFirst()
                .map(above -> "Follows from " + above + ", which is not asked.");
    }

    private String why(Tier tier) {
        String risk = inherent.map(points -> "The inherent risk is at most " + points + " points")
                .orElse("The inherent risk is not known, and what is not known is never low");
        return risk + (ordered.filter(tier::equals).isPresent() ? "; the tier was ordered." : ".");
    }
}
