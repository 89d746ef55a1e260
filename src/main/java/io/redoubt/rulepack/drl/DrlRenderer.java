package io.redoubt.rulepack.drl;

import io.redoubt.files.Problems;
import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Action.Excuse;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operand.ParameterRef;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.Micros;
import io.redoubt.shared.ValueType.Codes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a rule of the typed model as safe DRL for people to read. Reading the text back gives the same rule, except
 * that quotes, line breaks and hidden characters inside a sentence of its dossier become plainer ones, and that what a
 * table says in turns about several kinds of facts is said together.
 */
public final class DrlRenderer {
    private DrlRenderer() {}

    public static String render(Rule rule) {
        StringBuilder text = new StringBuilder("rule \"" + rule.id() + "\"\n");
        annotate(text, "title", rule.dossier().title());
        annotate(text, "description", rule.dossier().description());
        annotate(text, "reason", rule.dossier().reason());
        annotate(text, "requirements", String.join(" | ", rule.requirements()));
        annotate(text, "citations", String.join(" | ", rule.citations()));
        annotate(text, "rationale", rule.dossier().rationale());
        annotate(text, "remediation", rule.dossier().remediation());
        if (rule.then() instanceof AddPoints add) {
            annotate(text, "domain", add.domain());
        }
        if (rule.status() != Status.ACTIVE) {
            annotate(text, "status", rule.status().name());
        }
        text.append("when\n");
        byOwner(rule)
                .forEach((owner, parts) -> text.append("  ")
                        .append(owner.label())
                        .append("( ")
                        .append(parts.stream().map(DrlRenderer::constraint).collect(Collectors.joining(", ")))
                        .append(" )\n"));
        return text.append("then\n  ").append(action(rule)).append("\nend\n").toString();
    }

    private static void annotate(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            String plain = Problems.shownWhole(
                    value.replace('"', '\'').replace('\\', '/').replaceAll("\\s+", " "));
            text.append("  @").append(name).append("(\"").append(plain).append("\")\n");
        }
    }

    /** The top-level conditions by the pattern they belong to: the owners first, the subject last. */
    private static Map<FactType, List<Condition>> byOwner(Rule rule) {
        Map<FactType, List<Condition>> patterns = new EnumMap<>(FactType.class);
        List<Condition> parts = rule.when() instanceof AllOf all ? all.parts() : List.of(rule.when());
        for (Condition part : parts) {
            FactType owner =
                    part.comparisons().map(c -> c.field().owner()).findFirst().orElse(rule.subject());
            patterns.computeIfAbsent(owner, o -> new ArrayList<>()).add(part);
        }
        patterns.computeIfAbsent(rule.subject(), o -> new ArrayList<>());
        return patterns;
    }

    private static String constraint(Condition condition) {
        if (condition instanceof Comparison comparison) {
            return comparison(comparison);
        }
        String glue = condition instanceof AllOf ? " && " : " || ";
        List<Condition> parts = condition instanceof AllOf all ? all.parts() : ((AnyOf) condition).parts();
        return parts.stream().map(DrlRenderer::constraint).collect(Collectors.joining(glue, "( ", " )"));
    }

    private static String comparison(Comparison comparison) {
        FactField field = comparison.field();
        String literals = comparison.operands().stream()
                .map(operand -> literal(operand, field))
                .collect(Collectors.joining(", "));
        return field.name() + " " + comparison.operator().symbol() + " "
                + (comparison.operator().takesMany() ? "( " + literals + " )" : literals);
    }

    private static String literal(Operand operand, FactField field) {
        if (operand instanceof ParameterRef ref) {
            return "$" + ref.id();
        }
        String text = field.type().format(((Literal) operand).value());
        return field.type() instanceof Codes ? "\"" + text + "\"" : text;
    }

    private static String action(Rule rule) {
        if (rule.then() instanceof AddPoints add) {
            String points = add.points() instanceof ParameterRef ref
                    ? "$" + ref.id()
                    : Micros.format(((Literal) add.points()).value());
            return "points( " + points + " );";
        }
        if (rule.then() instanceof Excuse excuse) {
            return excuse.questions().stream()
                    .map(question -> "\"" + question + "\"")
                    .collect(Collectors.joining(", ", "excuse( ", " );"));
        }
        Bar bar = (Bar) rule.then();
        return (bar.waivable() ? "bar( " : "barUnwaivable( ")
                + bar.classes().stream()
                        .map(WorkClass::toString)
                        .map(text -> "\"" + text + "\"")
                        .collect(Collectors.joining(", "))
                + " );";
    }
}
