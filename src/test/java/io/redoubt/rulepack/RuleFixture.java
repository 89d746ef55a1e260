package io.redoubt.rulepack;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Place;
import io.redoubt.shared.RandomFixture;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.ValueType.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Random rules over a catalogue: every kind of fact, every operator, alternatives nested up to three deep. */
public final class RuleFixture {
    /** Numbers that lie close together, so that ranges and limits touch each other. */
    public static final List<Long> NUMBERS =
            List.of(-3_500_000L, -1L, 0L, 1L, 2L, 999_999L, 1_000_000L, 1_000_001L, 2_000_000L, 9_000_000L);

    private static final List<Long> EXTREMES = List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE);
    private static final int DEEPEST = 3;

    private final FactCatalogue catalogue;
    private final RandomFixture random;

    private RuleFixture(FactCatalogue catalogue, RandomFixture random) {
        this.catalogue = catalogue;
        this.random = random;
    }

    /** A rule whose parts each read one kind of fact, as authors can write it. */
    public static Rule rule(FactCatalogue catalogue, RandomFixture random, int number) {
        RuleFixture fixture = new RuleFixture(catalogue, random);
        FactType subject = random.either(FactType.values());
        return fixture.rule(number, subject, fixture.when(subject));
    }

    /** A rule whose alternatives mix the subject with what it belongs to, as only the model can say it. */
    public static Rule mixedRule(FactCatalogue catalogue, RandomFixture random, int number) {
        RuleFixture fixture = new RuleFixture(catalogue, random);
        FactType subject = random.either(FactType.values());
        return fixture.rule(number, subject, fixture.nested(fixture.reachable(subject), 0));
    }

    private Rule rule(int number, FactType subject, Condition when) {
        return new Rule(
                "RND-%02d".formatted(number),
                "T-" + subject,
                number,
                subject,
                when,
                then(),
                new Rule.Dossier(
                        "Rule " + number,
                        "Looks at <" + number + ">.",
                        "REASON_" + number,
                        "Because of <" + number + "> & more.",
                        ""),
                random.chance(30) ? List.of() : List.of("L-01", "C-0" + random.between(1, 9)),
                random.chance(30) ? List.of("one") : List.of("one", "two"),
                random.chance(95) ? Rule.Status.ACTIVE : Rule.Status.DEPRECATED,
                Place.of("random", number + 1));
    }

    private Action then() {
        if (random.chance(30)) {
            WorkClass first = random.pick(WorkClass.all());
            return new Bar(List.of(first, random.pick(WorkClass.all())), random.chance(50));
        }
        long micros = random.between(-400, 400) * Micros.ONE / 8;
        return new AddPoints(random.either("D-1", "D-2"), new Literal(micros));
    }

    private Condition when(FactType subject) {
        int shape = random.between(0, 19);
        if (shape == 0) {
            return new AllOf(List.of());
        }
        if (shape < 4) {
            return nested(List.of(subject), 0);
        }
        List<Condition> parts = new ArrayList<>();
        int size = random.between(1, 4);
        for (int i = 0; i < size; i++) {
            FactType owner = random.chance(65) ? subject : random.pick(reachable(subject));
            parts.add(nested(List.of(owner), random.between(1, DEEPEST)));
        }
        return new AllOf(parts);
    }

    private List<FactType> reachable(FactType subject) {
        return Arrays.stream(FactType.values()).filter(subject::reaches).toList();
    }

    private Condition nested(List<FactType> owners, int depth) {
        if (depth >= DEEPEST || random.chance(50)) {
            return comparison(catalogue.fields(random.pick(owners)));
        }
        int size = random.between(1, 3);
        List<Condition> parts =
                Stream.generate(() -> nested(owners, depth + 1)).limit(size).toList();
        return random.chance(60) ? new AnyOf(parts) : new AllOf(parts);
    }

    private Comparison comparison(List<FactField> fields) {
        FactField field = random.chance(25) ? fields.get(0) : random.pick(fields);
        List<Operator> operators = Arrays.stream(Operator.values())
                .filter(o -> field.type().ordered() || !o.needsOrder())
                .toList();
        Operator operator = random.chance(35) ? Operator.EQUAL : random.pick(operators);
        int size = operator.takesMany() ? random.between(1, 4) : 1;
        List<Operand> operands = Stream.generate(() -> literal(field.type()))
                .limit(size)
                .distinct()
                .toList();
        return new Comparison(field, operator, operands);
    }

    private Operand literal(ValueType type) {
        if (type instanceof Quantity) {
            return new Literal(random.pick(random.chance(3) ? EXTREMES : NUMBERS));
        }
        return new Literal(random.between(0, (int) type.greatest()));
    }
}
