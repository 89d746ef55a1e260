package io.redoubt.scoring;

import io.redoubt.rulepack.Action.Excuse;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.Place;
import java.util.List;
import java.util.Map;

/** What derivation asks of a pack: everything that may be excused is, for everybody. */
final class PackInputsFixture {
    private PackInputsFixture() {}

    static PackInputs inputs() {
        return new PackInputs(List.of(), List.of(), Map.of());
    }

    static PackInputs inputs(Map<String, Long> parameters) {
        return new PackInputs(List.of(), List.of(), parameters);
    }

    static FactDerivation derivation(FactCatalogue catalogue, List<String> questions) {
        return new FactDerivation(catalogue, new PackInputs(questions, List.of(excuse(catalogue)), Map.of()));
    }

    /** Excuses every question that may be not applicable from a supplier without an attributed leak. */
    static Rule excuse(FactCatalogue catalogue) {
        FactField canary = catalogue.field(FactType.SUPPLIER, "canary");
        return new Rule(
                "NA-01",
                "applicability",
                0,
                FactType.SUPPLIER,
                new AllOf(List.of(new Comparison(
                        canary,
                        Operator.NOT_EQUAL,
                        List.of(new Literal(canary.type().parse("ATTRIBUTED")))))),
                new Excuse(catalogue.questions().stream()
                        .filter(Question::notApplicable)
                        .map(Question::id)
                        .toList()),
                new Rule.Dossier("", "", "", "", ""),
                List.of(),
                List.of(),
                Rule.Status.ACTIVE,
                Place.of("applicability.csv"));
    }
}
