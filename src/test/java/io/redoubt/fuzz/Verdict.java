package io.redoubt.fuzz;

import io.redoubt.files.Problems;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.rulepack.drl.SafeDrlReader;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.files.PackReader;
import io.redoubt.shared.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the product makes of a mutant: a model, or problems.
 *
 * @param files whole pack that the mutant stands in
 * @param pack nothing where it is refused
 */
record Verdict(PackFiles files, Optional<RulePack> pack, List<Problem> problems) {
    boolean isAccepted() {
        return pack.isPresent();
    }

    /** Through the reader of whole packs, as every way into the product goes. */
    static Verdict whole(PackFiles files) {
        try {
            return new Verdict(files, Optional.of(PackReader.read(files, FuzzPackFixture.CATALOGUE)), List.of());
        } catch (PackException e) {
            return new Verdict(files, Optional.empty(), e.problems());
        }
    }

    /** The narrowest public readers that a file passes: safe DRL has one of its own. */
    static final class Narrow implements Function<Mutant, Verdict> {
        private final PackFiles files = FuzzPackFixture.files();
        private final PackFiles withoutLogic = FuzzPackFixture.withoutLogic();
        private final Map<String, PackFiles> around = new ConcurrentHashMap<>();
        private final RulePack small = whole(withoutLogic).pack().orElseThrow();
        private final Vocabulary vocabulary = new Vocabulary(
                FuzzPackFixture.CATALOGUE,
                small.parameters().stream().collect(Collectors.toMap(Parameter::id, Function.identity())));

        @Override
        public Verdict apply(Mutant mutant) {
            if (mutant.isTable()) {
                return whole(
                        FuzzPackFixture.with(around.computeIfAbsent(mutant.path(), FuzzPackFixture::around), mutant));
            }
            return mutant.isDrl() ? drl(mutant) : whole(FuzzPackFixture.with(withoutLogic, mutant));
        }

        private Verdict drl(Mutant mutant) {
            Problems problems = new Problems();
            List<Rule> rules = SafeDrlReader.read(mutant.path(), mutant.text(), vocabulary, problems);
            return new Verdict(
                    FuzzPackFixture.with(files, mutant),
                    problems.isEmpty() ? Optional.of(with(rules)) : Optional.empty(),
                    problems.list());
        }

        private RulePack with(List<Rule> rules) {
            return new RulePack(
                    small.header(),
                    small.thresholds(),
                    small.domains(),
                    small.bands(),
                    small.engagement(),
                    small.citations(),
                    small.parameters(),
                    small.tables(),
                    rules,
                    small.scenarios());
        }
    }
}
