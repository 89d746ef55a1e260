package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Citation;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.checks.RowOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the parts of a document are told with: one pack, one day, one audience.
 *
 * @param asked ids of the questions that some rule may have something to say about
 */
record Telling(RulePack pack, LocalDate day, Audience audience, Wording wording, Set<String> asked) {
    static Telling of(Method method, Audience audience) throws PackException {
        RulePack pack = method.pack();
        Amounts amounts = new Amounts(
                pack.parameters().stream().collect(Collectors.toMap(Parameter::id, parameter -> parameter)),
                method.day(),
                audience);
        EffectivePack effective = pack.on(method.day());
        Wording wording = new Wording(
                amounts,
                method.catalogue(),
                method.factors(),
                RowOrder.above(effective),
                new Discretion(pack, amounts, audience));
        Set<String> asked = effective.questions(
                method.catalogue().questions().stream().map(Question::id).toList());
        return new Telling(pack, method.day(), audience, wording, asked);
    }

    boolean isInternal() {
        return audience == Audience.INTERNAL;
    }

    /** More points are worse. */
    boolean isHigh() {
        return pack.aggregation().scale().isHigh();
    }

    Sentence sentence(Rule rule) {
        return new Sentence(rule, wording, new ActionWords(wording, pack, audience));
    }

    /** A citation's title, and for whoever looks it up the part meant, leading to its whole entry. */
    Prose cited(String id) {
        return pack.citations().stream()
                .filter(citation -> citation.id().equals(id))
                .findFirst()
                .map(citation -> Prose.link(Anchor.citation(id), named(citation)))
                .orElseGet(() -> Prose.of(id));
    }

    private String named(Citation citation) {
        return citation.title() + (isInternal() && !citation.section().isEmpty() ? ", " + citation.section() : "");
    }

    Prose cited(List<String> ids) {
        return Prose.joined(ids.stream().map(this::cited).toList(), "; ");
    }
}
