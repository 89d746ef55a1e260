package io.redoubt.scoring;

import io.redoubt.rulepack.Action.Excuse;
import io.redoubt.rulepack.Aggregation;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.Scale;
import io.redoubt.shared.Points;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Finds by trying what the best answers to a domain's questions come to, whatever else is true of a supplier: every
 * code, every limit that a rule compares a number with and its neighbours, at every level of verification. Only a domain
 * that these bring to the safe end may leave a figure; from any other, leaving would beat the best answers.
 */
final class BestAnswers {
    private final EffectivePack pack;
    private final FactCatalogue catalogue;
    private final RuleEvaluator evaluator;

    BestAnswers(EffectivePack pack, FactCatalogue catalogue, RuleEvaluator evaluator) {
        this.pack = pack;
        this.catalogue = catalogue;
        this.evaluator = evaluator;
    }

    /**
     * The control domains that may leave.
     *
     * @param questions facts of the questions of each domain
     * @param most points that each domain's facts could make
     */
    Set<String> reaching(Map<String, Set<String>> questions, Map<String, Points> most) {
        Set<String> excusable = pack.rules().stream()
                .filter(rule -> rule.then() instanceof Excuse)
                .flatMap(rule -> ((Excuse) rule.then()).questions().stream())
                .map(question -> FactType.ANSWER.label() + " " + question)
                .collect(Collectors.toSet());
        return pack.pack().domains(Domain.Figure.CONTROL).stream()
                .filter(domain -> excusable.containsAll(questions.getOrDefault(domain.id(), Set.of())))
                .filter(domain -> reaches(
                        domain,
                        questions.getOrDefault(domain.id(), Set.of()),
                        most.getOrDefault(domain.id(), Points.ZERO)))
                .map(Domain::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean reaches(Domain domain, Set<String> questions, Points most) {
        Points best = domain.baseline();
        for (String fact : questions) {
            best = best.plus(best(domain, fact.substring(fact.indexOf(' ') + 1)));
        }
        Aggregation aggregation = pack.pack().aggregation();
        Scale scale = aggregation.scale();
        Points safe = aggregation.isSum() ? Points.ZERO : scale.safest();
        if (aggregation.isRatio()) {
            safe = scale.isHigh() ? Points.ZERO : most;
        }
        return scale.byRisk().compare(best, safe) <= 0;
    }

    private Points best(Domain domain, String question) {
        FactSet set = new FactSet(catalogue, new FactSet.Builder(catalogue, FactType.SUPPLIER, ""));
        cells(question).forEach(set::add);
        evaluator.evaluate(List.of(set));
        Map<String, Points> byCell = new HashMap<>();
        set.rows().stream()
                .filter(row -> row.type() == FactType.ANSWER)
                .forEach(row -> byCell.put(row.toString(), Points.ZERO));
        new Hits(pack)
                .of(set).contributions().stream()
                        .filter(contribution -> contribution.domain().equals(domain.id()))
                        .forEach(contribution -> byCell.computeIfPresent(
                                contribution.fact(), (cell, points) -> points.plus(contribution.worst())));
        return pack.pack().aggregation().scale().best(byCell.values());
    }

    /** Every answer that some rule tells from the others. */
    private List<FactSet.Builder> cells(String question) {
        boolean number = catalogue.question(question).stream().anyMatch(q -> q.kind() == Question.Kind.NUMBER);
        FactField field = catalogue.field(FactType.ANSWER, number ? "amount" : "value");
        FactField verification = catalogue.field(FactType.ANSWER, "verification");
        List<FactSet.Builder> cells = new ArrayList<>();
        for (long value : values(field)) {
            for (long level : values(verification)) {
                cells.add(new FactSet.Builder(catalogue, FactType.ANSWER, question + " " + cells.size())
                        .set("question", question)
                        .set(number ? "value" : "amount", Reading.notApplicable())
                        .set(field.name(), Reading.known(value))
                        .set("verification", Reading.known(level)));
            }
        }
        return cells;
    }

    private long[] values(FactField field) {
        if (!(field.type() instanceof Quantity)) {
            return LongStream.rangeClosed(field.type().least(), field.type().greatest())
                    .toArray();
        }
        return LongStream.concat(
                        LongStream.of(0),
                        pack.rules().stream()
                                .flatMap(rule -> rule.when().comparisons())
                                .filter(comparison -> comparison.field().equals(field))
                                .flatMapToLong(BestAnswers::around))
                .distinct()
                .toArray();
    }

    private static LongStream around(Comparison comparison) {
        return comparison.operands().stream()
                .mapToLong(operand -> ((Literal) operand).value())
                .flatMap(limit -> LongStream.of(limit - 1, limit, limit + 1));
    }
}
