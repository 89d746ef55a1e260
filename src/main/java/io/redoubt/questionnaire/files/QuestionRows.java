package io.redoubt.questionnaire.files;

import static io.redoubt.files.Problems.shown;

import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.Scalar;
import io.redoubt.files.Texts;
import io.redoubt.questionnaire.form.Condition;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Kind;
import io.redoubt.questionnaire.form.Rated;
import io.redoubt.questionnaire.form.Section;
import io.redoubt.questionnaire.form.Tier;
import io.redoubt.questionnaire.form.Tip;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.StandardFields;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the questions of a template. A question asks after earlier ones only, so that no two wait for each other, and
 * only after such as are asked of everybody who is asked it.
 */
final class QuestionRows {
    private static final List<String> COLUMNS = List.of(
            "id",
            "section",
            "tier",
            "kind",
            "unit",
            "choices",
            "text",
            "required",
            "evidence",
            "shownIf",
            "requiredIf",
            "tipFor",
            "tip");
    private static final List<String> CATALOGUED = List.of("kind", "unit", "choices", "text");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CHOICE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,39}");

    private final Map<String, Question> catalogue;
    private final List<String> tiers;
    private final List<String> sections;
    private final Problems problems;
    private final Map<String, FormQuestion> above = new LinkedHashMap<>();

    QuestionRows(Collection<Question> catalogue, List<Tier> tiers, List<Section> sections, Problems problems) {
        this.catalogue = catalogue.stream().collect(Collectors.toMap(Question::id, question -> question));
        this.tiers = tiers.stream().map(Tier::id).toList();
        this.sections = sections.stream().map(Section::id).toList();
        this.problems = problems;
    }

    List<FormQuestion> read(String file, Texts texts) {
        texts.text(file, problems)
                .flatMap(text -> CsvTable.of(file, text, problems))
                .ifPresent(table -> {
                    table.columns(COLUMNS, List.of());
                    table.rows().forEach(this::add);
                });
        return List.copyOf(above.values());
    }

    private void add(CsvRow row) {
        FormQuestion question = question(row);
        if (!ID.matcher(question.id()).matches()) {
            row.cell("id").refuse("be 1 to 64 letters, digits, dots, dashes or underscores.");
        }
        if (above.putIfAbsent(question.id(), question) != null) {
            row.cell("id").refuse("stand once in the template.");
        }
    }

    private FormQuestion question(CsvRow row) {
        String id = row.text("id");
        Optional<Question> ours = Optional.ofNullable(catalogue.get(id));
        ours.ifPresent(question -> refuseRepeated(row));
        Kind kind = ours.map(question -> Kind.valueOf(question.kind().name())).orElseGet(() -> kind(row));
        String tier = row.cell("tier").oneOf(tiers).orElse("");
        return new FormQuestion(
                id,
                row.cell("section").oneOf(sections).orElse(""),
                tier,
                kind,
                ours.map(Question::unit).orElseGet(() -> unit(row, kind)),
                kind == Kind.YES_PARTIAL_NO
                        ? List.of("YES", "PARTIAL", "NO")
                        : ours.isPresent() ? List.of() : choices(row, kind),
                ours.map(Question::text).orElseGet(() -> text(row, "text")),
                row.flag("required"),
                row.optional("evidence").flatMap(cell -> cell.oneOf(StandardFields.VERIFICATION.codes())),
                conditions(row, "shownIf", tier),
                conditions(row, "requiredIf", tier),
                tip(row),
                ours.map(question -> new Rated(question.notApplicable(), question.validityDays())));
    }

    private static void refuseRepeated(CsvRow row) {
        for (String column : CATALOGUED) {
            row.optional(column).ifPresent(cell -> cell.refuse("be empty: the catalogue of questions says it."));
        }
    }

    private static Kind kind(CsvRow row) {
        return row.cell("kind")
                .oneOf(Arrays.stream(Kind.values()).map(Enum::name).toList())
                .map(Kind::valueOf)
                .orElse(Kind.TEXT);
    }

    private static String unit(CsvRow row, Kind kind) {
        Scalar unit = row.cell("unit");
        if (unit.isBlank() == (kind == Kind.NUMBER)) {
            unit.refuse(
                    kind == Kind.NUMBER ? "name the unit of the number." : "be empty where no number is asked for.");
        }
        return unit.raw();
    }

    private static List<String> choices(CsvRow row, Kind kind) {
        List<Scalar> parts = row.parts("choices");
        if (parts.isEmpty() == kind.hasChoices()) {
            row.cell("choices").refuse(kind.hasChoices() ? "name what can be chosen." : "be empty for this kind.");
        }
        parts.stream()
                .filter(part -> !CHOICE.matcher(part.raw()).matches())
                .forEach(part -> part.refuse("be capital letters, digits, dashes or underscores."));
        List<String> choices = parts.stream().map(Scalar::raw).toList();
        if (choices.stream().distinct().count() < choices.size()) {
            row.cell("choices").refuse("name each choice once.");
        }
        return choices;
    }

    private static String text(CsvRow row, String column) {
        row.cell(column).refuseFormula();
        return row.text(column);
    }

    private Optional<Tip> tip(CsvRow row) {
        List<String> values = row.parts("tipFor").stream().map(Scalar::raw).toList();
        if (values.isEmpty() != row.cell("tip").isBlank()) {
            row.cell("tip").refuse("stand beside the answers it is for, and the other way round.");
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Tip(values, text(row, "tip")));
    }

    /** The parts of {@code Q-A=YES | PARTIAL & Q-B=NO}. */
    private List<Condition> conditions(CsvRow row, String column, String tier) {
        Scalar cell = row.cell(column);
        if (cell.isBlank()) {
            return List.of();
        }
        return Arrays.stream(cell.raw().split("&", -1))
                .map(part -> condition(part, cell, tier))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Condition> condition(String part, Scalar cell, String tier) {
        int equals = part.indexOf('=');
        if (equals < 0) {
            cell.refuse("be a question and its answers, such as Q-NDA=YES | PARTIAL.");
            return Optional.empty();
        }
        FormQuestion asked = above.get(part.substring(0, equals).strip());
        if (asked == null) {
            cell.refuse("ask after a question that stands above; "
                    + shown(part.substring(0, equals).strip()) + " does not.");
            return Optional.empty();
        }
        if (tiers.indexOf(asked.tier()) > tiers.indexOf(tier)) {
            cell.refuse("ask after a question of the same tier or one that asks less; " + asked.id() + " is asked from "
                    + asked.tier() + " on.");
        }
        List<String> values = Arrays.stream(part.substring(equals + 1).split("\\|", -1))
                .map(String::strip)
                .toList();
        values.stream()
                .filter(value ->
                        !value.equals(Condition.ANY) && !asked.choices().contains(value))
                .findFirst()
                .ifPresent(value -> cell.refuse("name answers of " + asked.id() + "; " + shown(value) + " is none."));
        return Optional.of(new Condition(asked.id(), values));
    }
}
