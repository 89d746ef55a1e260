package io.redoubt.scoring;

import static io.redoubt.rulepack.FactType.ANSWER;
import static io.redoubt.rulepack.FactType.SITE;
import static io.redoubt.rulepack.FactType.SUPPLIER;

import io.redoubt.rulepack.Action;
import io.redoubt.rulepack.Against;
import io.redoubt.rulepack.Aggregation;
import io.redoubt.rulepack.Aggregation.Baseline;
import io.redoubt.rulepack.Aggregation.DomainKind;
import io.redoubt.rulepack.Aggregation.FigureKind;
import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.Domain.Figure;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.ReasonCodes;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import io.redoubt.rulepack.Scale;
import io.redoubt.rulepack.Scale.RiskEnd;
import io.redoubt.rulepack.Thresholds;
import io.redoubt.rulepack.Weighting;
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
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random small packs that declare how they add up: every kind of domain and figure, scales with either end as risk. */
final class DeclaredPackFixture {
    /** Fields that a supplier with gaps leaves open in ways that can all be filled. */
    private static final Map<FactType, List<String>> FIELDS = Map.of(
            ANSWER, List.of("value", "value", "amount", "verification"),
            SUPPLIER, List.of("ownership_disclosed", "transfer_licence_missing", "owner_list"),
            SITE, List.of("tier", "treaty", "listing"));

    private final FactCatalogue catalogue;
    private final RandomFixture random;
    private final Aggregation aggregation;
    private final List<Rule> rules = new ArrayList<>();

    private DeclaredPackFixture(FactCatalogue catalogue, RandomFixture random, Aggregation aggregation) {
        this.catalogue = catalogue;
        this.random = random;
        this.aggregation = aggregation;
    }

    static EffectivePack pack(FactCatalogue catalogue, RandomFixture random, LocalDate day) {
        return pack(catalogue, random, aggregation(random), day);
    }

    static EffectivePack pack(FactCatalogue catalogue, RandomFixture random, Aggregation aggregation, LocalDate day) {
        return new DeclaredPackFixture(catalogue, random, aggregation).pack(day);
    }

    private static Aggregation aggregation(RandomFixture random) {
        List<Integer> range = random.either(List.of(0, 100), List.of(300, 850), List.of(-50, 50));
        return new Aggregation(
                random.either(DomainKind.values()),
                random.either(FigureKind.values()),
                new Scale(range.get(0), range.get(1), random.either(RiskEnd.values())),
                new ReasonCodes(
                        2, random.either(Against.values()), List.of(new Baseline("T0", new Literal(5 * Micros.ONE)))));
    }

    private EffectivePack pack(LocalDate day) {
        List<RuleTable> tables = new ArrayList<>();
        boolean located = random.chance(60);
        int size = random.between(2, 4);
        for (int i = 0; i < size; i++) {
            tables.add(table("T" + i, i == 0 ? ANSWER : subject(located)));
        }
        rules.add(excuse());
        tables.add(new RuleTable("applicability", SUPPLIER, HitPolicy.ALL, ""));
        Share location = new Share(located ? random.between(0, 4) * Micros.ONE / 10 : 0);
        Points allowance = aggregation.isSum() ? aggregation.scale().span() : Points.whole(random.between(0, 60));
        RulePack pack = new RulePack(
                new RulePack.Header("small", "Small", "1", day, "tests"),
                new Thresholds(location, allowance, Share.NONE, Share.WHOLE),
                domains(located),
                bands(),
                List.of(),
                List.of(),
                List.of(),
                tables,
                rules,
                List.of(),
                aggregation,
                weighting());
        return new EffectivePack(pack, "small", day, rules);
    }

    private FactType subject(boolean located) {
        return random.either(ANSWER, ANSWER, SUPPLIER, located ? SITE : ANSWER);
    }

    private Weighting weighting() {
        List<Share> other = Share.distribute(List.of(1L, 3L));
        return aggregation.isSum()
                ? new Weighting(List.of(), 1, 0)
                : new Weighting(List.of(new Weighting.WeightSet("other", "", "", "", other)), 1, 3);
    }

    private List<Domain> domains(boolean located) {
        List<Share> weights = aggregation.isSum()
                ? List.of(Share.WHOLE, Share.WHOLE)
                : Share.distribute(List.of(1L + random.between(0, 3), 1L + random.between(0, 3)));
        List<Domain> domains = new ArrayList<>(
                List.of(domain("ONE", Figure.CONTROL, weights.get(0)), domain("TWO", Figure.CONTROL, weights.get(1))));
        if (located) {
            domains.add(domain("PLACE", Figure.LOCATION, Share.WHOLE));
        }
        return domains;
    }

    private Domain domain(String id, Figure figure, Share weight) {
        Scale scale = aggregation.scale();
        Points safe = aggregation.isSum() ? Points.ZERO : scale.safest();
        Points baseline = aggregation.isRatio() ? Points.ZERO : random.either(safe, safe, scale.least());
        return new Domain(id, id, figure, weight, baseline);
    }

    private List<Band> bands() {
        int from = aggregation.scale().from();
        int to = aggregation.scale().to();
        int middle = random.between(from + 5, to - 5);
        return List.of(
                new Band("LOWER", middle, WorkClass.matching("CRITICAL/*"), ""),
                new Band("UPPER", to, WorkClass.matching("CONFIDENTIAL+/*"), ""));
    }

    private RuleTable table(String id, FactType subject) {
        int size = random.between(1, 4);
        for (int i = 0; i < size; i++) {
            rules.add(rule(id, i, subject, when(subject), then(subject)));
        }
        HitPolicy policy = aggregation.isRatio() ? HitPolicy.FIRST : random.either(HitPolicy.values());
        return new RuleTable(id, subject, policy, "");
    }

    private static Rule rule(String table, int order, FactType subject, Condition when, Action then) {
        return new Rule(
                table + "-" + order,
                table,
                order,
                subject,
                when,
                then,
                new Rule.Dossier("", "", "", "R" + order, ""),
                List.of(),
                List.of(),
                Rule.Status.ACTIVE,
                Place.of(table, order + 1));
    }

    private Action then(FactType subject) {
        String control = random.chance(60) ? "ONE" : "TWO";
        int least = aggregation.isRatio() ? 0 : -12;
        return new Action.AddPoints(
                subject == SITE ? "PLACE" : control, new Literal(random.between(least, 12) * 5L * Micros.ONE));
    }

    private Condition when(FactType subject) {
        List<Condition> parts = new ArrayList<>();
        if (subject == ANSWER) {
            FactField question = catalogue.field(ANSWER, "question");
            int several = random.between(1, 3);
            parts.add(comparison(question, several == 1 ? Operator.EQUAL : Operator.IN, several));
        }
        int size = random.between(subject == ANSWER ? 0 : 1, 2);
        IntStream.range(0, size).forEach(i -> parts.add(comparison(subject)));
        return new AllOf(parts);
    }

    private Comparison comparison(FactType subject) {
        FactType owner = random.chance(85) ? subject : SUPPLIER;
        FactField field = catalogue.field(owner, random.pick(FIELDS.getOrDefault(owner, List.of())));
        Operator operator = random.pick(Arrays.stream(Operator.values())
                .filter(o -> field.type().ordered() || !o.needsOrder())
                .toList());
        return comparison(field, operator, operator.takesMany() ? random.between(1, 3) : 1);
    }

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
                ? random.pick(SmallPackFixture.LIMITS)
                : random.between(0, (int) field.type().greatest());
    }

    /** Excuses what may be excused from a supplier that is certainly free of something that may not be known. */
    private Rule excuse() {
        FactField field = catalogue.field(SUPPLIER, random.either("ownership_disclosed", "transfer_licence_missing"));
        Rule always = PackInputsFixture.excuse(catalogue);
        Condition when = random.chance(50)
                ? always.when()
                : new AllOf(List.of(new Comparison(field, Operator.EQUAL, List.of(new Literal(random.between(0, 1))))));
        return rule("applicability", 0, SUPPLIER, when, always.then());
    }
}
