package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Answer;
import io.redoubt.facts.Identifiers;
import io.redoubt.facts.Register;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.scoring.Clearance.Status;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Points;
import io.redoubt.shared.RandomFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must hold for every supplier, tried on thousands made from the demo portfolio, under the baseline pack. */
class RatingLawsTest {
    private static final LocalDate DAY = DemoFixture.DAY;
    private static final int CASES = 12_500;
    private static final int BATCH = 500;
    private static final int LONGEST_DAYS = 900;

    private static DemoFixture demo;

    @BeforeAll
    static void readTheDemoPortfolio() throws Exception {
        demo = new DemoFixture();
    }

    @Test
    void answering_narrows_or_keeps_the_interval() {
        for (int i = 0; i < CASES; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("answer " + i);
            SupplierFixture supplier = demo.supplier(random);
            RatingDetail before = demo.rate(supplier, DAY);
            String gap = fill(supplier, random);
            // When
            RatingDetail after = demo.rate(supplier, DAY);
            // Then
            check(random, gap, supplier, narrows(before, after));
        }
    }

    @Test
    void ageing_never_improves_either_end() {
        for (int i = 0; i < CASES; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("ageing " + i);
            SupplierFixture supplier = demo.supplier(random);
            LocalDate later = DAY.plusDays(random.between(1, LONGEST_DAYS));
            RatingDetail before = demo.rate(supplier, DAY);
            // When
            RatingDetail after = demo.rate(supplier, later);
            // Then
            check(random, later, supplier, improves(before, after));
        }
    }

    @Test
    void an_adverse_fact_never_improves_either_end() {
        for (int i = 0; i < CASES; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("adverse " + i);
            SupplierFixture supplier = demo.supplier(random);
            RatingDetail before = demo.rate(supplier, DAY);
            String fact = worsen(supplier, random);
            // When
            RatingDetail after = demo.rate(supplier, DAY);
            // Then
            check(random, fact, supplier, improves(before, after));
        }
    }

    @Test
    void more_assurance_never_worsens_either_end() {
        for (int i = 0; i < CASES; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("assurance " + i);
            SupplierFixture supplier = demo.supplier(random);
            RatingDetail claimed = demo.rate(supplier, DAY);
            supplier.answers.replaceAll(answer -> random.chance(50) ? answer : assured(answer, random));
            // When
            RatingDetail assured = demo.rate(supplier, DAY);
            // Then
            check(random, "", supplier, improves(assured, claimed));
        }
    }

    @Test
    void the_order_of_lists_never_matters() {
        for (int i = 0; i < CASES; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("order " + i);
            SupplierFixture supplier = demo.supplier(random);
            Map<String, Object> before = unordered(demo.rate(supplier, DAY));
            shuffle(supplier, random);
            // When
            Map<String, Object> after = unordered(demo.rate(supplier, DAY));
            // Then
            assertThat(after).as("%s\n%s", random, supplier.build()).isEqualTo(before);
        }
    }

    @Test
    void renaming_a_supplier_changes_nothing() {
        for (int i = 0; i < CASES; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("name " + i);
            SupplierFixture supplier = demo.supplier(random);
            Map<String, Object> before = unordered(demo.rate(supplier, DAY));
            supplier.id = "X-" + i;
            supplier.name = "Renamed";
            supplier.identifiers = Identifiers.NONE;
            // When
            Map<String, Object> after = unordered(demo.rate(supplier, DAY));
            // Then
            assertThat(after).as("%s", random).isEqualTo(before);
        }
    }

    @Test
    void rating_in_a_batch_equals_rating_one_by_one() {
        for (int i = 0; i < CASES; i += BATCH) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("batch " + i);
            List<SupplierFacts> batch = new ArrayList<>();
            for (int j = 0; j < BATCH; j++) {
                batch.add(demo.build(demo.supplier(random)));
            }
            Rater rater = demo.rater(DAY);
            // When
            List<RatingOutcome> together = rater.rateAll(batch);
            // Then
            assertThat(together)
                    .as("%s", random)
                    .isEqualTo(batch.stream().map(rater::rate).toList());
        }
    }

    @Test
    void the_steps_of_every_waterfall_add_up_to_its_headline() {
        for (int i = 0; i < CASES; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("sum " + i);
            SupplierFixture supplier = demo.supplier(random);
            // When
            RatingDetail detail = demo.rate(supplier, DAY);
            // Then
            figures(detail).forEach((name, figure) -> {
                String broken = wrongSum(figure.best()) + wrongSum(figure.worst());
                check(random, name, supplier, broken);
            });
        }
    }

    private static void check(RandomFixture random, Object what, SupplierFixture supplier, String broken) {
        if (!broken.isEmpty()) {
            assertThat(broken)
                    .as("%s %s %s\n%s", random, what, broken, supplier.build())
                    .isEmpty();
        }
    }

    /** Closes one gap: an open question, lapsed evidence renewed up to what it was, a flag, or a list. */
    private static String fill(SupplierFixture to, RandomFixture random) {
        Question question = demo.question(random);
        Optional<Answer> old = to.answers.stream()
                .filter(a -> a.question().equals(question.id()))
                .findFirst();
        if (old.isEmpty() || old.get().state() != FactState.ANSWERED) {
            boolean excused = old.isEmpty() && question.notApplicable() && random.chance(20);
            String level = random.pick(StandardFields.VERIFICATION.codes());
            if (excused) {
                to.excused(question.id(), DAY);
            } else if (old.isEmpty()) {
                to.answer(question.id(), DemoFixture.value(question, random), level, DAY);
            }
            return "question " + question.id();
        }
        if (random.chance(50)) {
            renew(to, old.get(), question, random);
            return "renewed " + old.get();
        }
        if (to.ownership.disclosed().isEmpty()) {
            to.disclosed(Optional.of(random.chance(50)));
        }
        if (to.ownership.transferLicenceMissing().isEmpty()) {
            to.licenceMissing(Optional.of(random.chance(50)));
        }
        Register.Kind kind = random.either(Register.Kind.values());
        to.complete(kind, DAY);
        return "list " + kind;
    }

    private static void renew(SupplierFixture to, Answer old, Question question, RandomFixture random) {
        LocalDate end = old.validUntil().orElse(old.answeredOn().plusDays(question.validityDays()));
        if (!end.isBefore(DAY) || question.kind() == Question.Kind.NUMBER) {
            return;
        }
        List<String> values = StandardFields.ANSWERS.codes();
        List<String> levels = StandardFields.VERIFICATION.codes();
        int value = random.between(0, values.indexOf(old.value().orElseThrow()));
        int level = random.between(0, levels.indexOf(old.verification()));
        to.answer(question.id(), values.get(value), levels.get(level), DAY);
    }

    private static String worsen(SupplierFixture to, RandomFixture random) {
        String severity = random.pick(StandardFields.SEVERITY.codes());
        switch (random.between(0, 3)) {
            case 0 -> to.finding(severity, DemoFixture.before(random), DemoFixture.after(random, 200));
            case 1 -> to.incident(random.pick(StandardFields.INCIDENTS.codes()), severity, DemoFixture.before(random));
            case 2 -> DemoFixture.clause(to, random.pick(StandardFields.CLAUSES.codes()), "REFUSED");
            default ->
                to.canaries.add(PartsFixture.canary(
                        "K-added",
                        DemoFixture.before(random),
                        random.either("SUSPECTED", "CONFIRMED_UNPROVEN", "ATTRIBUTED")));
        }
        return "added";
    }

    private static Answer assured(Answer answer, RandomFixture random) {
        List<String> levels = StandardFields.VERIFICATION.codes();
        int level = random.between(levels.indexOf(answer.verification()), levels.size() - 1);
        return new Answer(
                answer.question(),
                answer.state(),
                answer.value(),
                levels.get(level),
                answer.answeredOn(),
                answer.validUntil(),
                answer.reason(),
                answer.approvedBy());
    }

    private static void shuffle(SupplierFixture supplier, RandomFixture random) {
        supplier.sites = random.shuffled(supplier.sites);
        supplier.registers = random.shuffled(supplier.registers);
        supplier.answers = random.shuffled(supplier.answers);
        supplier.findings = random.shuffled(supplier.findings);
        supplier.certifications = random.shuffled(supplier.certifications);
        supplier.clauses = random.shuffled(supplier.clauses);
        supplier.releases = random.shuffled(supplier.releases);
        supplier.incidents = random.shuffled(supplier.incidents);
        supplier.canaries = random.shuffled(supplier.canaries);
        supplier.waivers = random.shuffled(supplier.waivers);
        supplier.disputes = random.shuffled(supplier.disputes);
    }

    private static Map<String, Figure> figures(RatingDetail detail) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("control", detail.control());
        figures.put("overall", detail.overall());
        figures.put("location", detail.location());
        detail.sites().forEach((site, figure) -> figures.put("site " + site, figure));
        return figures;
    }

    /**
     * Where an end of a figure fell, or a class of work became cleared; empty where neither. A class that was unproven
     * for want of a rating may be cleared by any fact, even an adverse one, that makes enough known for a rating.
     */
    private static String improves(RatingDetail before, RatingDetail after) {
        StringBuilder found = new StringBuilder();
        Map<String, Figure> figures = figures(after);
        figures(before).forEach((name, was) -> {
            Figure is = figures.getOrDefault(name, was);
            if (is.best().exact().compareTo(was.best().exact()) < 0
                    || is.worst().exact().compareTo(was.worst().exact()) < 0) {
                found.append(name)
                        .append(' ')
                        .append(ends(was))
                        .append(" to ")
                        .append(ends(is))
                        .append("; ");
            }
        });
        before.clearances().forEach((workClass, was) -> {
            Clearance is = after.clearances().getOrDefault(workClass, was);
            boolean judged = !was.reasons().contains("unrated");
            if (judged && is.status() == Status.CLEARED && was.status() != Status.CLEARED) {
                found.append(workClass)
                        .append(' ')
                        .append(was)
                        .append(" to ")
                        .append(is)
                        .append("; ");
            }
        });
        return found.isEmpty() ? "" : found + "\n" + before.contributions() + "\n" + after.contributions();
    }

    private static String narrows(RatingDetail before, RatingDetail after) {
        StringBuilder found = new StringBuilder();
        Map<String, Figure> figures = figures(after);
        figures(before).forEach((name, was) -> {
            Figure is = figures.getOrDefault(name, was);
            if (is.best().exact().compareTo(was.best().exact()) < 0
                    || is.worst().exact().compareTo(was.worst().exact()) > 0) {
                found.append(name)
                        .append(' ')
                        .append(ends(was))
                        .append(" to ")
                        .append(ends(is))
                        .append("; ");
            }
        });
        return found.toString();
    }

    private static List<Points> ends(Figure figure) {
        return List.of(figure.best().exact(), figure.worst().exact());
    }

    private static Map<String, Object> unordered(RatingDetail detail) {
        return Map.of(
                "figures",
                figures(detail).values().stream().map(RatingLawsTest::ends).toList(),
                "coverage",
                List.of(detail.coverage(), detail.coverageByDomain()),
                "contributions",
                detail.contributions().stream()
                        .map(Contribution::toString)
                        .sorted()
                        .toList(),
                "clearances",
                detail.clearances(),
                "disputed",
                detail.disputed());
    }

    private static String wrongSum(Waterfall waterfall) {
        Points sum = waterfall.steps().stream().map(Waterfall.Step::points).reduce(Points.ZERO, Points::plus);
        long rounding = waterfall.steps().stream()
                .filter(step -> step.kind() == Waterfall.Kind.ROUNDING)
                .mapToLong(step -> Math.abs(step.points().micros()))
                .sum();
        boolean exact = sum.micros() == waterfall.headline() * Micros.ONE;
        boolean small = rounding < Micros.ONE + waterfall.steps().size();
        return exact && small ? "" : "The steps make " + sum + ": " + waterfall + "; ";
    }
}
