package io.redoubt.rulepack.sheets;

import io.redoubt.rulepack.Citation;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.rulepack.WorkClass;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Explains the columns of a table from what its pack and its catalogue know. */
record ColumnGuides(TableSheet sheet) {
    private static final String REQUIRED = "Must be filled in.";
    private static final String SENTENCE = "A sentence; it must not begin with =, +, - or @.";
    private static final String LIST = "one or more, separated by |";

    /** The guides in the order of the columns. */
    List<ColumnGuide> all() {
        List<String> header = sheet.text().header();
        return IntStream.range(0, header.size())
                .mapToObj(column -> guide(header.get(column))
                        .showing(sheet.text().body().stream()
                                .map(row -> column < row.size() ? row.get(column) : "")
                                .toList()))
                .toList();
    }

    private ColumnGuide guide(String written) {
        String heading = written.strip();
        return switch (heading) {
            case "id" ->
                free(
                        heading,
                        "Names the rule everywhere, and never changes.",
                        "Letters, a dash and a number.",
                        "LEG-01");
            case "title" ->
                free(heading, "What the rule judges, in a few words.", SENTENCE, "No agreement is in force");
            case "description" ->
                optional(
                        heading,
                        "What exactly is looked at.",
                        SENTENCE,
                        "The title says it all.",
                        "Whether the answer is NO.");
            case "reason" ->
                free(heading, "The code that the supplier sees.", "Capital letters, digits and _.", "NDA_MISSING");
            case "rationale" -> free(heading, "Why this is a risk, and why so many points.", SENTENCE, "It matters.");
            case "remediation" ->
                optional(heading, "What the supplier can do about it.", SENTENCE, "Nothing can be done.", "Sign it.");
            case "status" ->
                closed(
                        heading,
                        "Whether the rule acts. A rule is never deleted: past ratings still name it.",
                        names(Status.values()));
            case "requirements" ->
                optional(
                        heading,
                        "Entries of the requirements register that the rule judges.",
                        "Ids such as L-01, " + LIST + ".",
                        "None is judged.",
                        "L-01 | L-02");
            case "citations" ->
                free(
                        heading,
                        "The sources that the rule stands on.",
                        any(sheet.pack().citations().stream().map(Citation::id).toList()),
                        "redoubt-policy");
            default -> effect(heading);
        };
    }

    private ColumnGuide effect(String heading) {
        return switch (heading) {
            case "domain" ->
                closed(
                        heading,
                        "The domain that the points are added to.",
                        sheet.pack().domains().stream().map(Domain::id).toList());
            case "points" ->
                free(
                        heading,
                        "Points that are added to the domain where the rule fires.",
                        "A number, such as 12.5"
                                + parameters(parameter -> parameter.unit().equals(Vocabulary.POINTS)) + ".",
                        "12.5");
            case "bars" ->
                free(
                        heading,
                        "Classes of work that the supplier must not be given, whatever its points.",
                        "SENSITIVITY/ACTIVITY, " + LIST + "; * for any, + for this and more sensitive. Sensitivities "
                                + String.join(", ", names(WorkClass.Sensitivity.values())) + "; activities "
                                + String.join(", ", names(WorkClass.Activity.values())) + ".",
                        "CONFIDENTIAL+/ASSEMBLY");
            case "waivable" ->
                closed(heading, "Whether somebody may accept the risk for a time.", List.of("true", "false"));
            case "excuses" ->
                free(
                        heading,
                        "Questions that the supplier may leave out, where the conditions are certainly true.",
                        any(sheet.catalogue().questions().stream()
                                .filter(Question::notApplicable)
                                .map(Question::id)
                                .toList()),
                        "Q-SECURE-BOOT");
            default -> new ConditionGuide(sheet, this::parameters).of(heading);
        };
    }

    /** The parameters of a kind as the end of a sentence on numbers, those that the table uses first. */
    private String parameters(Predicate<Parameter> kind) {
        Set<String> used = sheet.text().body().stream().flatMap(List::stream).collect(Collectors.toSet());
        List<String> ids = sheet.pack().parameters().stream()
                .filter(kind)
                .map(parameter -> "$" + parameter.id())
                .sorted(Comparator.comparing((String id) -> !used.contains(id)))
                .toList();
        return ids.isEmpty() ? "" : ", or a parameter: " + String.join(", ", ids);
    }

    private static String any(List<String> values) {
        return "One or more, separated by |: " + String.join(", ", values) + ".";
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static ColumnGuide free(String heading, String meaning, String permitted, String example) {
        return optional(heading, meaning, permitted, REQUIRED, example);
    }

    private static ColumnGuide optional(
            String heading, String meaning, String permitted, String blank, String example) {
        return new ColumnGuide(
                heading, PlainWords.fixed(heading).orElse(heading), meaning, permitted, blank, example, List.of());
    }

    private static ColumnGuide closed(String heading, String meaning, List<String> choices) {
        return new ColumnGuide(
                heading,
                PlainWords.fixed(heading).orElse(heading),
                meaning,
                "One of " + String.join(", ", choices) + ".",
                REQUIRED,
                choices.isEmpty() ? "" : choices.get(0),
                choices);
    }
}
