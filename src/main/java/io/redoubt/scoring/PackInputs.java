package io.redoubt.scoring;

import io.redoubt.rulepack.Action.Excuse;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.Micros;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What deriving facts needs of a pack.
 *
 * @param questions ids of the questions a supplier can leave unanswered; others are not looked at
 * @param excuses rules that let questions be not applicable
 * @param parameters values of the day by id, in millionths
 */
public record PackInputs(Collection<String> questions, List<Rule> excuses, Map<String, Long> parameters) {
    /** Parameter that holds the remediation window of ordinary audit findings, in days. */
    public static final String REMEDIATION_WINDOW = "remediation_window_days";

    private static final int DEFAULT_WINDOW = 90;

    /** Parameters that hold the least length of clauses. */
    private static final Map<String, String> TERMS = Map.of("C-02", REMEDIATION_WINDOW, "L-17", "exit_notice_days");

    public PackInputs {
        questions = List.copyOf(questions);
        excuses = List.copyOf(excuses);
        parameters = Map.copyOf(parameters);
    }

    /** What deriving needs of this pack. */
    public static PackInputs of(EffectivePack pack, FactCatalogue catalogue) {
        Map<String, Long> values = new HashMap<>();
        for (Parameter parameter : pack.pack().parameters()) {
            parameter.on(pack.day()).ifPresent(value -> values.put(parameter.id(), value));
        }
        return new PackInputs(
                pack.questions(catalogue.questions().stream().map(Question::id).toList()),
                pack.rules().stream()
                        .filter(rule -> rule.then() instanceof Excuse)
                        .toList(),
                values);
    }

    /** Whether deriving facts reads a parameter of this id; rules may read any. */
    public static boolean reads(String parameter) {
        return TERMS.containsValue(parameter)
                || StandardFields.SCHEMES.codes().stream()
                        .map(PackInputs::leastEditionOf)
                        .anyMatch(parameter::equals);
    }

    /** Whether the same facts are derived under the other ones. */
    boolean derivesLike(PackInputs other) {
        return List.copyOf(questions).equals(List.copyOf(other.questions))
                && conditions(excuses).equals(conditions(other.excuses))
                && read().equals(other.read());
    }

    private static List<List<Object>> conditions(List<Rule> rules) {
        return rules.stream()
                .map(rule -> List.<Object>of(rule.when(), rule.then()))
                .toList();
    }

    private Map<String, Long> read() {
        Map<String, Long> read = new HashMap<>(parameters);
        read.keySet().removeIf(id -> !reads(id));
        return read;
    }

    private static String leastEditionOf(String scheme) {
        return scheme.toLowerCase(Locale.ROOT) + "_least_edition";
    }

    /** Days that a supplier has for an ordinary finding where the contract names none; 90 where the pack is silent. */
    int remediationWindow() {
        return (int) (parameters.getOrDefault(REMEDIATION_WINDOW, DEFAULT_WINDOW * Micros.ONE) / Micros.ONE);
    }

    /** Least length of a clause in millionths of a day, where the pack has one: a shorter one is not what we ask for. */
    Optional<Long> leastTerm(String clause) {
        return Optional.ofNullable(TERMS.get(clause)).map(parameters::get);
    }

    /** The oldest edition of a scheme that still counts, from the parameter {@code iso_27001_least_edition}. */
    Optional<Integer> leastEdition(String scheme) {
        return Optional.ofNullable(parameters.get(leastEditionOf(scheme))).map(value -> (int) (value / Micros.ONE));
    }
}
