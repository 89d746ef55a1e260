package io.redoubt.rulepack.drl;

import io.redoubt.files.Problems;
import io.redoubt.rulepack.Action;
import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Dossier;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Turns the descriptor of one rule into the typed model, or refuses it. Classes of descriptors are compared exactly, so
 * a kind that a later Drools adds is refused until somebody allows it.
 */
final class RuleTranslator {
    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");
    /** A sentence may go over several lines: how it was broken and indented is no part of it. */
    private static final Pattern BREAKS = Pattern.compile("\\s+");

    private final String file;
    private final Vocabulary vocabulary;
    private final Problems problems;

    RuleTranslator(String file, Vocabulary vocabulary, Problems problems) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    Optional<Rule> translate(RuleDescr rule, int order) {
        Place place = place(rule);
        try {
            refuseExtras(rule);
            List<PatternDescr> patterns = patterns(rule.getLhs());
            FactType subject = subject(patterns);
            // Written in any order they are the same rule, and so the same pack.
            patterns.sort(Comparator.comparing(pattern -> Vocabulary.subject(pattern.getObjectType())));
            List<Condition> conditions = new ArrayList<>();
            for (PatternDescr pattern : patterns) {
                conditions.addAll(conditions(pattern, subject));
            }
            if (conditions.isEmpty()) {
                throw new IllegalArgumentException("The rule must have at least one condition.");
            }
            return Optional.of(new Rule(
                    rule.getName(),
                    stem(),
                    order,
                    subject,
                    new Condition.AllOf(conditions),
                    action(rule, subject),
                    new Dossier(
                            text(rule, "title"),
                            optional(rule, "description").orElse(""),
                            text(rule, "reason"),
                            text(rule, "rationale"),
                            optional(rule, "remediation").orElse("")),
                    list(rule, "requirements"),
                    list(rule, "citations"),
                    optional(rule, "status").map(RuleTranslator::status).orElse(Status.ACTIVE),
                    place));
        } catch (IllegalArgumentException e) {
            problems.add(
                    place, "In the rule (" + Problems.shown(String.valueOf(rule.getName())) + "): " + e.getMessage());
            return Optional.empty();
        }
    }

    private static void refuseExtras(RuleDescr rule) {
        boolean plain = rule.getClass() == RuleDescr.class
                && !rule.isQuery()
                && rule.getParentName() == null
                && rule.getUnit() == null
                && !rule.hasErrors()
                && rule.getNamedConsequences().isEmpty();
        if (!plain || !rule.getAttributes().isEmpty()) {
            throw new IllegalArgumentException(
                    "A rule must have no attributes such as salience or timer, no parent, and one then part.");
        }
        if (!Rule.isId(String.valueOf(rule.getName()))) {
            throw new IllegalArgumentException("The rule id must be letters, a dash and a number, such as LEG-01.");
        }
        refuseOtherAnnotations(rule);
    }

    private static void refuseOtherAnnotations(RuleDescr rule) {
        Set<String> allowed = Set.of(
                "title",
                "description",
                "reason",
                "rationale",
                "remediation",
                "requirements",
                "citations",
                "domain",
                "status");
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            if (!allowed.contains(annotation.getName())
                    || !annotation.getValueMap().keySet().equals(Set.of("value"))) {
                throw new IllegalArgumentException("The annotation (@" + Problems.shown(annotation.getName())
                        + ") must be one of " + allowed.stream().sorted().toList() + " with one text.");
            }
        }
    }

    private static List<PatternDescr> patterns(AndDescr lhs) {
        List<PatternDescr> patterns = new ArrayList<>();
        for (BaseDescr part : lhs.getDescrs()) {
            if (part.getClass() != PatternDescr.class) {
                throw new IllegalArgumentException("The when part must hold only patterns such as Finding( severity =="
                        + " \"MAJOR\" ), no " + part.getClass().getSimpleName().replace("Descr", "") + ".");
            }
            PatternDescr pattern = (PatternDescr) part;
            boolean plain = pattern.getSource() == null
                    && pattern.getBehaviors().isEmpty()
                    && pattern.getIdentifier() == null
                    && !pattern.isQuery()
                    && !pattern.isUnification()
                    && pattern.getAnnotations().isEmpty()
                    && pattern.getConstraint().getClass() == AndDescr.class;
            if (!plain) {
                throw new IllegalArgumentException("The pattern (" + Problems.shown(pattern.getObjectType())
                        + ") must have no variable, source, window or annotation.");
            }
            patterns.add(pattern);
        }
        return patterns;
    }

    /** The most particular kind; every other pattern must be about something it belongs to. */
    private static FactType subject(List<PatternDescr> patterns) {
        List<FactType> types = patterns.stream()
                .map(pattern -> Vocabulary.subject(pattern.getObjectType()))
                .toList();
        return types.stream()
                .filter(type -> types.stream().allMatch(type::reaches))
                .findFirst()
                .filter(type -> types.stream().distinct().count() == types.size())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The patterns must be about one kind of fact and what it belongs to, each once."));
    }

    private List<Condition> conditions(PatternDescr pattern, FactType subject) {
        List<Condition> conditions = new ArrayList<>();
        for (BaseDescr constraint : pattern.getDescrs()) {
            if (constraint.getClass() != ExprConstraintDescr.class) {
                throw new IllegalArgumentException("A pattern must hold only comparisons.");
            }
            ExprConstraintDescr expression = (ExprConstraintDescr) constraint;
            if (expression.getType() != ExprConstraintDescr.Type.NAMED) {
                throw new IllegalArgumentException("A pattern must name the field of every comparison.");
            }
            conditions.add(
                    new ConstraintGrammar(expression.getExpression(), pattern.getObjectType(), subject, vocabulary)
                            .read());
        }
        return conditions;
    }

    private Action action(RuleDescr rule, FactType subject) {
        DrlTokens tokens = new DrlTokens(String.valueOf(rule.getConsequence()));
        String verb = tokens.next();
        tokens.expect("(");
        List<String> arguments = new ArrayList<>();
        do {
            arguments.add(tokens.next());
        } while (tokens.accept(","));
        tokens.expect(")");
        tokens.expect(";");
        tokens.expectEnd();
        if (!verb.equals("points") && rule.getAnnotation("domain") != null) {
            throw new IllegalArgumentException("The annotation @domain must stand only where the rule adds points.");
        }
        return switch (verb) {
            case "points" -> new AddPoints(text(rule, "domain"), vocabulary.points(single(arguments)));
            case "bar" -> new Bar(classes(arguments), true);
            case "barUnwaivable" -> new Bar(classes(arguments), false);
            case "excuse" ->
                vocabulary.excuse(arguments.stream().map(DrlTokens::unquote).toList(), subject);
            default ->
                throw new IllegalArgumentException(
                        "The action (" + Problems.shown(verb) + ") must be one of points, bar, barUnwaivable, excuse.");
        };
    }

    private static String single(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("The action points must have one argument.");
        }
        return arguments.get(0);
    }

    private static List<WorkClass> classes(List<String> arguments) {
        return arguments.stream()
                .flatMap(argument -> WorkClass.matching(DrlTokens.unquote(argument)).stream())
                .toList();
    }

    private static String text(RuleDescr rule, String annotation) {
        return optional(rule, annotation)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("The annotation @" + annotation + " must be present."));
    }

    private static Optional<String> optional(RuleDescr rule, String name) {
        AnnotationDescr annotation = rule.getAnnotation(name);
        if (annotation == null) {
            return Optional.empty();
        }
        String value = String.valueOf(annotation.getValue());
        if (annotation.isDuplicated() || !TEXT.matcher(value).matches()) {
            throw new IllegalArgumentException("The annotation @" + name + " must hold one text in quotes, once.");
        }
        return Optional.of(BREAKS.matcher(DrlTokens.unquote(value)).replaceAll(" "));
    }

    private static List<String> list(RuleDescr rule, String name) {
        return Arrays.stream(optional(rule, name).orElse("").split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Status status(String text) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The status (" + Problems.shown(text) + ") must be ACTIVE or DEPRECATED."));
    }

    private Place place(RuleDescr rule) {
        return new Place(file, Math.max(1, rule.getLine()), Math.max(0, rule.getColumn()) + 1);
    }

    private String stem() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
