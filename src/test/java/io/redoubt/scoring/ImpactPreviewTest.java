package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.Action;
import io.redoubt.rulepack.Action.Excuse;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Dossier;
import io.redoubt.scoring.ImpactPreview.Batch;
import io.redoubt.scoring.ImpactPreview.Side;
import io.redoubt.scoring.drools.DroolsEvaluator;
import io.redoubt.shared.RandomFixture;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a preview tells must be what rating every supplier twice would tell, whatever it leaves out. */
class ImpactPreviewTest {
    private static final int EDITS = 24;
    private static final int SUPPLIERS = 20;

    private static DemoFixture demo;
    private static EffectivePack now;

    @BeforeAll
    static void readTheDemo() throws Exception {
        demo = new DemoFixture();
        now = demo.rater(DemoFixture.DAY).pack();
    }

    @Test
    void it_tells_of_every_edit_what_rating_everybody_twice_tells() {
        int judged = 0;
        int selective = 0;
        for (int i = 0; i < EDITS; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("impact " + i);
            EffectivePack draft = edited(random);
            List<SupplierFacts> facts = IntStream.range(0, SUPPLIERS)
                    .mapToObj(n -> demo.build(demo.supplier(random)))
                    .toList();
            ImpactPreview preview = new ImpactPreview(side(now), side(draft), DroolsEvaluator::new);
            // When
            Batch batch = preview.of(facts, facts);
            // Then
            List<RatingOutcome> after = rater(draft).rateAll(facts);
            assertThat(batch.impacts()).as("%s", random).isEqualTo(expected(facts, after));
            int[] rules = IntStream.range(0, draft.rules().size()).toArray();
            assertThat(Arrays.stream(rules).map(batch.firings()::fired).toArray())
                    .as("%s", random)
                    .isEqualTo(firings(draft, facts, Truth.TRUE));
            assertThat(Arrays.stream(rules).map(batch.firings()::open).toArray())
                    .as("%s", random)
                    .isEqualTo(firings(draft, facts, Truth.MAYBE));
            judged += batch.judged();
            selective += preview.isSelective() ? 1 : 0;
        }
        assertThat(selective).isBetween(EDITS / 20, EDITS - 1);
        assertThat(judged).isBetween(EDITS, EDITS * SUPPLIERS - EDITS);
        System.out.printf(
                "Impact of %d edits on %d suppliers each, seed %s: %d of the edits judged only whom they touch, %d of %d"
                        + " suppliers judged%n",
                EDITS, SUPPLIERS, RandomFixture.seeded(), selective, judged, EDITS * SUPPLIERS);
    }

    @Test
    void words_about_a_rule_touch_nobody() {
        // Given
        List<Rule> rules = now.rules().stream()
                .map(rule -> with(rule, new Dossier("Title", "", "CODE", "Why", "")))
                .toList();
        // When
        ImpactPreview preview = new ImpactPreview(side(now), side(with(rules)), DroolsEvaluator::new);
        Batch batch = preview.of(demo.suppliers(), demo.suppliers());
        // Then
        assertThat(preview.changedRules()).isZero();
        assertThat(preview.isSelective()).isTrue();
        assertThat(batch.judged()).isZero();
        assertThat(batch.impacts()).isEmpty();
    }

    /** Where only the first hit acts, what a row says is not all that it does. */
    @Test
    void rows_that_change_places_where_the_first_one_acts_are_not_passed_over() {
        // Given
        RandomFixture random = RandomFixture.seeded().branch("order");
        List<Rule> rules = new ArrayList<>(now.rules());
        List<Integer> places = IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).table().equals("knockouts_answer"))
                .boxed()
                .toList();
        List<Rule> reversed = new ArrayList<>(places.stream().map(rules::get).toList());
        Collections.reverse(reversed);
        for (int i = 0; i < places.size(); i++) {
            rules.set(places.get(i), reversed.get(i));
        }
        List<SupplierFacts> facts = IntStream.range(0, 5 * SUPPLIERS)
                .mapToObj(n -> demo.build(demo.supplier(random)))
                .toList();

        // When
        ImpactPreview preview = new ImpactPreview(side(now), side(with(rules)), DroolsEvaluator::new);

        // Then
        assertThat(places).hasSizeGreaterThan(3);
        assertThat(preview.isSelective()).isFalse();
        assertThat(preview.of(facts, facts).impacts())
                .isEqualTo(expected(facts, rater(with(rules)).rateAll(facts)));
    }

    private static List<Impact> expected(List<SupplierFacts> facts, List<RatingOutcome> after) {
        List<RatingOutcome> before = rater(now).rateAll(facts);
        List<Impact> impacts = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            impacts.add(Impact.between(before.get(i), after.get(i)));
        }
        impacts.removeIf(impact -> !impact.isFelt());
        return impacts;
    }

    private static int[] firings(EffectivePack draft, List<SupplierFacts> facts, Truth truth) {
        int[] found = new int[draft.rules().size()];
        Rater rater = rater(draft);
        for (SupplierFacts one : facts) {
            List<FactRow> rows = rater.derive(one).rows();
            for (int i = 0; i < found.length; i++) {
                Rule rule = draft.rules().get(i);
                boolean any = rows.stream()
                        .filter(row -> row.type() == rule.subject())
                        .anyMatch(row -> Interpreter.evaluate(rule, row) == truth);
                found[i] += any ? 1 : 0;
            }
        }
        return found;
    }

    private static Rater rater(EffectivePack pack) {
        return new Rater(pack, demo.methodology.catalogue(), new DroolsEvaluator(pack.rules()));
    }

    private static Side side(EffectivePack pack) {
        return new Side(pack, demo.methodology.catalogue());
    }

    private static EffectivePack with(List<Rule> rules) {
        return new EffectivePack(now.pack(), "draft", now.day(), rules);
    }

    /** One to three rules ask what another asks, do what another does, or are gone or there twice. */
    private static EffectivePack edited(RandomFixture random) {
        List<Rule> rules = new ArrayList<>(now.rules());
        int edits = random.between(1, 3);
        for (int i = 0; i < edits; i++) {
            int place = random.between(0, rules.size() - 1);
            Rule rule = rules.get(place);
            Rule other = random.pick(now.rules().stream()
                    .filter(one -> one.subject() == rule.subject())
                    .filter(one -> one.then() instanceof Excuse == rule.then() instanceof Excuse)
                    .toList());
            switch (random.between(0, 6)) {
                case 0, 1, 2 -> rules.set(place, asking(rule, other));
                case 3 -> rules.set(place, doing(rule, other));
                case 4 -> rules.remove(place);
                case 5 -> moveUp(rules, place);
                default -> rules.add(place, named(asking(rule, other), "NEW-" + i));
            }
        }
        return with(rules);
    }

    private static void moveUp(List<Rule> rules, int place) {
        if (place > 0 && rules.get(place).table().equals(rules.get(place - 1).table())) {
            Collections.swap(rules, place, place - 1);
        }
    }

    private static Rule asking(Rule rule, Rule like) {
        return rule(rule, rule.id(), like.when(), rule.then(), rule.dossier());
    }

    private static Rule doing(Rule rule, Rule like) {
        return rule(rule, rule.id(), rule.when(), like.then(), rule.dossier());
    }

    private static Rule named(Rule rule, String id) {
        return rule(rule, id, rule.when(), rule.then(), rule.dossier());
    }

    private static Rule with(Rule rule, Dossier dossier) {
        return rule(rule, rule.id(), rule.when(), rule.then(), dossier);
    }

    private static Rule rule(Rule like, String id, Condition when, Action then, Dossier dossier) {
        return new Rule(
                id,
                like.table(),
                like.order(),
                like.subject(),
                when,
                then,
                dossier,
                like.requirements(),
                like.citations(),
                like.status(),
                like.place());
    }
}
