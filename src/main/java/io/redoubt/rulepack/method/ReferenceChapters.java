package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Citation;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.checks.Finding;
import io.redoubt.rulepack.checks.Finding.Weight;
import io.redoubt.rulepack.method.Block.Bullets;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Paragraph;
import io.redoubt.rulepack.method.Block.Row;
import io.redoubt.rulepack.method.Block.Table;
import io.redoubt.shared.ValueType.Codes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What rules stand on: dated numbers, facts, sources, and what the checks would have somebody look at. */
record ReferenceChapters(Telling telling, FactCatalogue catalogue) {
    /** What a supplier can leave unanswered, in the order of the questionnaire. */
    void questions(List<Block> blocks) {
        List<Question> asked = catalogue.questions().stream()
                .filter(question -> telling.asked().contains(question.id()))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, Anchor.section("questions"), Prose.of("What is asked")));
        blocks.add(new Paragraph(Prose.of("A good answer counts until its evidence ends, or where that names no end for"
                + " as many days as stand here; then it counts as not given. A bad one stays until it is"
                + " corrected.")));
        blocks.add(new Table(
                "Questions that rules read",
                List.of("Question", "Text", "Answer", "Counts for", "May not apply"),
                asked.stream().map(ReferenceChapters::row).toList()));
    }

    private static Row row(Question question) {
        boolean number = question.kind() == Question.Kind.NUMBER;
        String better = question.favourable() == Question.Favourable.HIGH ? "more is better" : "less is better";
        return Row.of(
                Prose.code(question.id()),
                Prose.of(question.text()),
                number
                        ? Prose.of(
                                ("a number " + (question.unit().isEmpty() ? "" : "of " + question.unit() + " ")).strip()
                                        + "; " + better)
                        : Prose.of("yes, partial or no"),
                Prose.of(question.validityDays() + " days"),
                Prose.of(question.notApplicable() ? "where a rule excuses it" : "no"));
    }

    void parameters(List<Block> blocks) {
        if (telling.pack().parameters().isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, Anchor.section("parameters"), Prose.of("Parameters by date")));
        blocks.add(
                new Paragraph(Prose.of("A value holds from its day until the next one begins. “Last looked at” tells a"
                        + " value that still stands from one that nobody has looked at.")));
        blocks.add(new Table(
                "Parameters",
                List.of("Parameter", "What it is", "From", "Value", "Source", "Last looked at"),
                telling.pack().parameters().stream()
                        .flatMap(parameter -> rows(parameter).stream())
                        .toList()));
    }

    private List<Row> rows(Parameter parameter) {
        List<Row> rows = new ArrayList<>();
        for (Parameter.DatedValue value : parameter.values()) {
            List<Prose> cells = List.of(
                    Prose.code(parameter.id()),
                    Prose.of(parameter.title()),
                    Prose.of(value.from().toString()),
                    Prose.of(Amounts.withUnit(value.value(), parameter.unit())
                            + (isInForce(parameter, value) ? " (in force)" : "")),
                    telling.cited(value.citation()),
                    Prose.of(parameter.lastKnownValidOn().toString()));
            rows.add(new Row(rows.isEmpty() ? List.of(Anchor.parameter(parameter.id())) : List.of(), cells));
        }
        return rows;
    }

    private boolean isInForce(Parameter parameter, Parameter.DatedValue value) {
        return telling.wording()
                .amounts()
                .inForce(parameter)
                .filter(value::equals)
                .isPresent();
    }

    void facts(List<Block> blocks) {
        Set<FactField> read = telling.pack().rules().stream()
                .filter(rule -> rule.status() == Status.ACTIVE)
                .flatMap(rule -> rule.when().comparisons())
                .map(Comparison::field)
                .collect(Collectors.toCollection(() ->
                        new TreeSet<>(Comparator.comparing(FactField::owner).thenComparing(FactField::index))));
        if (read.isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, Anchor.section("facts"), Prose.of("Facts that the rules read")));
        blocks.add(new Table(
                "Facts, with their codes in rising order where one is more than another",
                List.of("Fact", "About", "What it is", "Values"),
                read.stream().map(this::row).toList()));
    }

    private Row row(FactField field) {
        boolean factor = field.owner() == FactType.SITE && Nouns.of(field).isEmpty();
        return Row.of(
                Prose.code(field.qualifiedName()),
                Prose.of(Nouns.of(field.owner())),
                factor ? telling.wording().factor(field.name()).capitalised() : Prose.of(field.description()),
                values(field));
    }

    private static Prose values(FactField field) {
        int most = 20;
        if (!(field.type() instanceof Codes codes) || codes.codes().size() > most) {
            return Prose.of(field.type().describe());
        }
        return Prose.joined(codes.codes().stream().map(Prose::code).toList(), codes.ordered() ? " < " : ", ");
    }

    void discussion(List<Block> blocks, List<Finding> findings) {
        blocks.add(new Heading(2, Anchor.section("discussion"), Prose.of("Points to discuss")));
        if (findings.isEmpty()) {
            blocks.add(new Paragraph(Prose.of("The static checks found nothing.")));
            return;
        }
        blocks.add(
                new Paragraph(Prose.of("What the static checks found. A doubt may be meant: then nothing is to do.")));
        blocks.add(new Bullets(findings.stream().map(this::point).toList()));
    }

    private Prose point(Finding finding) {
        Prose kind = Prose.of(finding.kind().weight() == Weight.MISTAKE ? "Mistake" : "Doubt");
        boolean known = telling.pack().rules().stream().map(Rule::id).anyMatch(finding.rule()::equals);
        Prose about = known ? Prose.of(", ").then(Prose.link(Anchor.rule(finding.rule()), finding.rule())) : Prose.NONE;
        return kind.then(about).then(": " + finding.message());
    }

    void bibliography(List<Block> blocks) {
        Set<String> used = cited();
        List<Citation> citations = telling.pack().citations().stream()
                .filter(citation -> used.contains(citation.id()))
                .toList();
        if (citations.isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, Anchor.section("sources"), Prose.of("Sources")));
        blocks.add(new Table(
                "All sources with the edition that was looked up",
                List.of("Title", "Part", "Publisher", "Edition", "Last looked up", "Id"),
                citations.stream().map(ReferenceChapters::row).toList()));
    }

    /** Suppliers see what the rules told to them stand on. */
    private Set<String> cited() {
        return telling.isInternal()
                ? telling.pack().citations().stream().map(Citation::id).collect(Collectors.toSet())
                : telling.pack().rules().stream()
                        .filter(rule -> rule.status() == Status.ACTIVE)
                        .flatMap(rule -> rule.citations().stream())
                        .collect(Collectors.toSet());
    }

    private static Row row(Citation citation) {
        return Row.at(
                Anchor.citation(citation.id()),
                Prose.of(citation.title()),
                Prose.of(citation.section()),
                Prose.of(citation.publisher()),
                Prose.of(citation.date()),
                Prose.of(citation.retrieved().toString()),
                Prose.code(citation.id()));
    }
}
