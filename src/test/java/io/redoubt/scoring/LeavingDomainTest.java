package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Answer;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.RandomCatalogueFixture;
import io.redoubt.rulepack.Scale;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.scoring.drools.DroolsEvaluator;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Points;
import io.redoubt.shared.RandomFixture;
import io.redoubt.shared.Share;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A domain that does not apply at all leaves the figure; nobody gains by it. */
class LeavingDomainTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int PACKS = 1_000;
    private static final List<String> EXCUSABLE = List.of("Q-B", "Q-C", "Q-HOURS");
    private static final List<String> AMOUNTS = List.of("-1", "0", "0.5", "1", "1.5", "2", "3", "4", "5");

    private final FactCatalogue catalogue = RandomCatalogueFixture.small();

    @Test
    void leaving_never_beats_the_best_answers(TestReporter reporter) {
        int left = 0;
        for (int i = 0; i < PACKS; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("leaving " + i);
            EffectivePack pack = DeclaredPackFixture.pack(catalogue, random, DAY);
            Rater rater = new Rater(pack, catalogue, new DroolsEvaluator(pack.rules()));
            SupplierFixture supplier = known(random);
            EXCUSABLE.forEach(question -> supplier.excused(question, DAY));
            // When
            RatingDetail without = rater.rate(supplier.build()).detail();
            // Then
            if (!without.left().isEmpty() && onlyLeft(rater, without)) {
                left++;
                Scale scale = pack.pack().aggregation().scale();
                Points best = bestAnswers(rater, supplier, scale);
                Points leaving = without.control().worst().exact();
                assertThat(scale.byRisk().compare(best, leaving))
                        .as("%s: %s by answering, %s by leaving", random, best, leaving)
                        .isLessThanOrEqualTo(0);
            }
        }
        reporter.publishEntry("packs with a domain that left", String.valueOf(left));
        assertThat(left).isPositive();
    }

    /** Whether the excused questions speak of no domain that stayed, in which they are not applicable only in part. */
    private static boolean onlyLeft(Rater rater, RatingDetail without) {
        return rater.rate(SupplierFixture.unknown().build()).detail().contributions().stream()
                .filter(c -> EXCUSABLE.stream().anyMatch(question -> c.fact().equals("Answer " + question)))
                .allMatch(c -> without.left().contains(c.domain()));
    }

    /** Everything but the excusable questions is known. */
    private static SupplierFixture known(RandomFixture random) {
        SupplierFixture supplier = SupplierFixture.unknown();
        supplier.sites.add(PartsFixture.site("S1", "DEU"));
        supplier.disclosed(Optional.of(random.chance(50)));
        supplier.licenceMissing(Optional.of(random.chance(50)));
        supplier.screened(random.pick(StandardFields.OWNER_LIST.codes()), DAY);
        supplier.answer("Q-A", random.pick(StandardFields.ANSWERS.codes()), "DOCUMENTED", DAY);
        supplier.answer("Q-SHARE", random.pick(AMOUNTS), "DOCUMENTED", DAY);
        return supplier;
    }

    /** The worst end with the answer to each question that makes the safest points of its own. */
    private static Points bestAnswers(Rater rater, SupplierFixture supplier, Scale scale) {
        SupplierFacts facts = supplier.build();
        for (String question : EXCUSABLE) {
            facts = answers(facts, question).stream()
                    .min(Comparator.comparing(tried -> points(rater, tried, question), scale.byRisk()))
                    .orElseThrow();
        }
        return rater.rate(facts).detail().control().worst().exact();
    }

    private static List<SupplierFacts> answers(SupplierFacts facts, String question) {
        List<String> values = question.equals("Q-HOURS") ? AMOUNTS : StandardFields.ANSWERS.codes();
        List<SupplierFacts> answers = new ArrayList<>();
        for (String value : values) {
            for (String level : StandardFields.VERIFICATION.codes()) {
                SupplierFixture tried = SupplierFixture.of(facts);
                tried.answers.removeIf(answer -> answer.question().equals(question));
                answers.add(tried.answer(question, value, level, DAY).build());
            }
        }
        return answers;
    }

    private static Points points(Rater rater, SupplierFacts facts, String question) {
        return rater.rate(facts).detail().contributions().stream()
                .filter(contribution -> contribution.fact().equals("Answer " + question))
                .map(Contribution::worst)
                .reduce(Points.ZERO, Points::plus);
    }

    /** (5 × 100 + 50) ÷ 6 = 91.67: the six domains that are left share the whole by largest remainder. */
    @Test
    void its_weight_goes_to_the_others() throws Exception {
        // Given: a board fabricator whose firmware questions are all excused
        Methodology questionnaire = Methodology.read(Path.of("data"), Path.of("rules/examples/questionnaire"));
        SupplierFacts fabricator = facts(questionnaire, 5);

        // When
        RatingOutcome outcome = questionnaire.rater(DAY).rate(fabricator);

        // Then
        assertThat(outcome.badge()).isEqualTo("GOOD");
        assertThat(outcome.detail().left()).containsExactly("FIRMWARE");
        assertThat(outcome.detail().control().worst().exact()).isEqualTo(Points.parse("91.66665"));
        assertThat(outcome.detail().domains().stream()
                        .map(DomainValue::weight)
                        .map(Share::ppm)
                        .toList())
                .containsExactly(166_668L, 166_667L, 166_667L, 166_666L, 166_666L, 166_666L);
    }

    @Test
    void a_domain_that_does_not_apply_in_part_leaves_no_rating() throws Exception {
        // Given: one of the two firmware questions is answered after all
        Methodology questionnaire = Methodology.read(Path.of("data"), Path.of("rules/examples/questionnaire"));
        SupplierFixture fabricator = SupplierFixture.of(facts(questionnaire, 5));
        fabricator.answers.removeIf(answer -> answer.question().equals("Q-SECURE-BOOT"));
        fabricator.answer("Q-SECURE-BOOT", "YES", "DOCUMENTED", DAY);

        // When
        RatingOutcome outcome = questionnaire.rater(DAY).rate(fabricator.build());

        // Then
        assertThat(outcome.badge()).isEqualTo("UNRATED");
        assertThat(((RatingOutcome.Unrated) outcome).reasons())
                .containsExactly("In FIRMWARE, 50 % is said not to apply; at most 20 % may be.");
    }

    private static SupplierFacts facts(Methodology methodology, int scenario) throws Exception {
        String text = methodology.pack().scenarios().get(scenario).facts();
        SupplierFacts facts = new SupplierFactsReader(methodology.catalogue()).read(SupplierFile.parse(text));
        assertThat(facts.answers()).extracting(Answer::state).contains(FactState.NOT_APPLICABLE);
        return methodology.complete(facts, DAY);
    }
}
