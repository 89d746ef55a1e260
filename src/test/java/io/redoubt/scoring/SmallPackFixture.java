package io.redoubt.scoring;

import static io.redoubt.rulepack.FactType.ANSWER;
import static io.redoubt.rulepack.FactType.FINDING;
import static io.redoubt.rulepack.FactType.FIRMWARE_RELEASE;
import static io.redoubt.rulepack.FactType.SITE;
import static io.redoubt.rulepack.FactType.SUPPLIER;

import io.redoubt.rulepack.Action;
import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import io.redoubt.rulepack.Thresholds;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Place;
import io.redoubt.shared.Points;
import io.redoubt.shared.RandomFixture;
import io.redoubt.shared.Share;
import io.redoubt.shared.ValueType.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random packs of a few rows about answers, the supplier, its firmware and its sites, in first-hit and in open tables. */
final class SmallPackFixture {
    /** Literals for numbers; what a gap is filled with stands on both sides of each. */
    static final List<Long> LIMITS = List.of(0L, Micros.ONE, 2 * Micros.ONE, 4 * Micros.ONE);

    private static final List<FactType> SUBJECTS =
            List.of(ANSWER, ANSWER, ANSWER, SUPPLIER, FIRMWARE_RELEASE, FINDING, SITE);

    private final FactCatalogue catalogue;
    private final RandomFixture random;
    private final List<Rule> rules = new ArrayList<>();

    private SmallPackFixture(FactCatalogue catalogue, RandomFixture random) {
        this.catalogue = catalogue;
        this.random = random;
    }

    static EffectivePack pack(FactCatalogue catalogue, RandomFixture random, LocalDate day) {
        SmallPackFixture fixture = new SmallPackFixture(catalogue, random);
        List<RuleTable> tables = new ArrayList<>();
        int size = random.between(1, 4);
        for (int i = 0; i < size; i++) {
            tables.add(fixture.table("T" + i));
        }
        fixture.rules.add(PackInputsFixture.excuse(fixture.catalogue));
        tables.add(new RuleTable("applicability", SUPPLIER, HitPolicy.ALL, ""));
        Thresholds thresholds = new Thresholds(
                new Share(random.between(0, 4) * Micros.ONE / 10),
                new Points(random.between(0, 30) * Micros.ONE),
                random.either(Share.NONE, Share.NONE, new Share(Micros.ONE / 2)),
                Share.WHOLE);
        RulePack pack = new RulePack(
                new RulePack.Header("small", "Small", "1", day, "tests"),
                thresholds,
                fixture.domains(),
                fixture.bands(),
                List.of(),
                List.of(),
                List.of(),
                tables,
                fixture.rules,
                List.of());
        return new EffectivePack(pack, "small", day, fixture.rules);
    }

    private List<Domain> domains() {
        List<Share> weights = Share.distribute(List.of(1L + random.between(0, 3), 1L + random.between(0, 3)));
        return List.of(
                domain("ONE", Domain.Figure.CONTROL, weights.get(0)),
                domain("TWO", Domain.Figure.CONTROL, weights.get(1)),
                domain("PLACE", Domain.Figure.LOCATION, Share.WHOLE));
    }

    private Domain domain(String id, Domain.Figure figure, Share weight) {
        return new Domain(id, id, figure, weight, new Points(random.either(0, 0, 10, 40) * Micros.ONE));
    }

    private List<Band> bands() {
        return List.of(
                new Band("LOW", random.between(5, 30), List.of(), ""),
                new Band("MIDDLE", random.between(31, 60), WorkClass.matching("CRITICAL/*"), ""),
                new Band("HIGH", 100, WorkClass.matching("CONFIDENTIAL+/*"), ""));
    }

    private RuleTable table(String id) {
        FactType subject = random.pick(SUBJECTS);
        boolean bars = random.chance(20);
        int size = random.between(1, 4);
        for (int i = 0; i < size; i++) {
            Condition when = when(subject, bars);
            rules.add(new Rule(
                    id + "-" + i,
                    id,
                    i,
                    subject,
                    when,
                    then(subject, bars),
                    new Rule.Dossier("", "", "", "", ""),
                    List.of(),
                    List.of(),
                    Rule.Status.ACTIVE,
                    Place.of(id, i + 1)));
        }
        return new RuleTable(id, subject, random.either(HitPolicy.FIRST, HitPolicy.ALL), "");
    }

    /** A row of points or, in a table of knock-outs, of bars; only a site makes points for its location. */
    private Action then(FactType subject, boolean bars) {
        if (bars) {
            return new Action.Bar(random.either(WorkClass.all(), WorkClass.matching("CRITICAL/*")), random.chance(50));
        }
        String control = random.chance(80) ? "ONE" : "TWO";
        return new Action.AddPoints(
                subject == SITE ? "PLACE" : control, new Literal(random.between(-4, 12) * 5L * Micros.ONE));
    }

    private Condition when(FactType subject, boolean bars) {
        List<Condition> parts = new ArrayList<>();
        if (subject == ANSWER) {
            FactField question = catalogue.field(ANSWER, "question");
            int several = random.between(1, 3);
            parts.add(comparison(question, several == 1 ? Operator.EQUAL : Operator.IN, several));
        }
        int size = random.between(subject == ANSWER ? 0 : 1, 2);
        IntStream.range(0, size).forEach(i -> parts.add(part(subject, bars)));
        return new AllOf(parts);
    }

    private Condition part(FactType subject, boolean bars) {
        if (random.chance(25)) {
            return new AnyOf(Stream.<Condition>generate(() -> comparison(subject, bars))
                    .limit(2)
                    .toList());
        }
        return comparison(subject, bars);
    }

    private Comparison comparison(FactType subject, boolean bars) {
        FactType owner =
                random.chance(85) ? subject : random.either(SUPPLIER, bars && subject.reaches(SITE) ? SITE : SUPPLIER);
        List<FactField> fields = catalogue.fields(owner).stream()
                .filter(field -> !field.identity() && (owner == ANSWER || owner == SITE || USED.contains(field.name())))
                .toList();
        FactField field = random.pick(fields);
        List<Operator> operators = Arrays.stream(Operator.values())
                .filter(o -> field.type().ordered() || !o.needsOrder())
                .toList();
        Operator operator = random.pick(operators);
        return comparison(field, operator, operator.takesMany() ? random.between(1, 3) : 1);
    }

    /** Fields that completions fill; with all of them a supplier would have too many completions. */
    private static final List<String> USED = List.of(
            "iso27001",
            "open_critical_findings",
            "open_minor_findings",
            "overdue_findings",
            "unaudited_incidents",
            "ownership_disclosed",
            "owner_list",
            "transfer_licence_missing",
            "attested",
            "sbom_completeness",
            "severity",
            "days_overdue");

    private Comparison comparison(FactField field, Operator operator, int size) {
        List<Operand> operands = Stream.generate(() -> new Literal(value(field)))
                .limit(size)
                .distinct()
                .<Operand>map(literal -> literal)
                .toList();
        return new Comparison(field, operator, operands);
    }

    private long value(FactField field) {
        return field.type() instanceof Quantity
                ? random.pick(LIMITS)
                : random.between(0, (int) field.type().greatest());
    }
}
