package io.redoubt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.TextFile;
import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.Rule;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks the register of requirements, which is read in place beside the project: nothing in it is forgotten, nobody is
 * charged for what is another's duty, and every rule can be read, argued with and shown at work.
 */
class RequirementsWalkTest {
    private static final Path ORIGINAL = Path.of("..", "shared");
    private static final Pattern ID = Pattern.compile("\\b[CFLAJPTGIOU]-\\d{2}\\b");

    private static final Set<String> RATED_PARTIES = Set.of("SUPPLIER", "CONTRACT", "COUNTRY");
    private static final Set<String> PARTIES = Set.of("SUPPLIER", "CONTRACT", "BUYER", "COUNTRY", "PRODUCT");
    private static final Set<String> JUDGES = Set.of("RULE", "FACT", "CONSTRAINT", "REPORT", "ALERT", "PROGRAMME");

    /** A listed owner is a verdict of a government, and nothing that the supplier does lifts it. */
    private static final Set<String> NOTHING_CAN_BE_DONE = Set.of("KO-04");

    private final Methodology methodology;
    private final List<CsvRow> register;
    private final List<Rule> active;

    RequirementsWalkTest() throws Exception {
        methodology = Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
        register = table(Path.of("data", "requirements"), "register.csv");
        active = methodology.pack().rules().stream()
                .filter(rule -> rule.status() == Rule.Status.ACTIVE)
                .toList();
    }

    @Test
    void theRegisterNamesEveryRequirementOnceAndNoOther() {
        // Given
        Set<String> original = originalIds();

        // When
        List<String> ids = register.stream().map(row -> row.text("id")).toList();

        // Then
        assertThat(original).isNotEmpty();
        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(original);
    }

    @Test
    void everyRequirementHasASectionAPartyATitleAndAMeansOfJudging() {
        // When
        List<String> incomplete = register.stream()
                .filter(row -> row.text("section").isBlank()
                        || row.text("title").isBlank()
                        || !PARTIES.contains(row.text("party"))
                        || !JUDGES.contains(row.text("judgedBy")))
                .map(row -> row.text("id"))
                .toList();

        // Then
        assertThat(incomplete).isEmpty();
    }

    @Test
    void whatIsOurOwnDutyIsNeverJudgedByARule() {
        // When
        List<String> charged = register.stream()
                .filter(row -> !RATED_PARTIES.contains(row.text("party")))
                .filter(row -> row.text("judgedBy").equals("RULE"))
                .map(row -> row.text("id"))
                .toList();

        // Then
        assertThat(charged).isEmpty();
    }

    @ParameterizedTest(name = "section {0}")
    @ValueSource(strings = {"C", "F", "A", "L", "J", "P", "T", "G"})
    void everyDutyOfASupplierAContractOrACountryIsJudgedByAnActiveRule(String section) {
        // Given
        Set<String> cited =
                active.stream().flatMap(rule -> rule.requirements().stream()).collect(Collectors.toSet());

        // When
        Set<String> forgotten = ids(row -> RATED_PARTIES.contains(row.text("party"))
                && row.text("id").startsWith(section)
                && !cited.contains(row.text("id")));

        // Then
        assertThat(forgotten).isEmpty();
    }

    @Test
    void noPointsAreChargedForTheDutiesOfTheBuyerOrTheProductAlone() {
        // Given
        Set<String> rated = ids(row -> RATED_PARTIES.contains(row.text("party")));

        // When
        Set<String> unfair = rules(rule ->
                rule.then() instanceof AddPoints && rule.requirements().stream().noneMatch(rated::contains));

        // Then
        assertThat(unfair).isEmpty();
    }

    @Test
    void noRuleAndNoQuestionCitesARequirementThatTheRegisterLacks() {
        // Given
        Set<String> known = ids(row -> true);

        // When
        Set<String> lost = rules(rule -> !known.containsAll(rule.requirements()));
        Set<String> lostQuestions = methodology.catalogue().questions().stream()
                .filter(question -> !known.contains(question.requirement()))
                .map(Question::id)
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(lost).isEmpty();
        assertThat(lostQuestions).isEmpty();
    }

    @Test
    void everyActiveRuleSaysWhatItLooksAtAndWhy() {
        // When
        Map<String, Set<String>> missing = new TreeMap<>();
        missing.put("title", rules(rule -> rule.dossier().title().isBlank()));
        missing.put("description", rules(rule -> rule.dossier().description().isBlank()));
        missing.put("reason", rules(rule -> rule.dossier().reason().isBlank()));
        missing.put("rationale", rules(rule -> rule.dossier().rationale().isBlank()));
        missing.put("requirements", rules(rule -> rule.requirements().isEmpty()));
        missing.put("citations", rules(rule -> rule.citations().isEmpty()));
        missing.values().removeIf(Collection::isEmpty);

        // Then
        assertThat(missing).isEmpty();
    }

    @Test
    void noTwoActiveRulesShareAReason() {
        // Given
        Set<String> seen = new HashSet<>();

        // When
        Set<String> shared = rules(rule -> !seen.add(rule.dossier().reason()));

        // Then
        assertThat(shared).isEmpty();
    }

    @Test
    void everyActiveRuleTellsTheSupplierWhatToDoUnlessNothingCanBeDone() {
        // When
        Set<String> silent = rules(rule -> rule.dossier().remediation().isBlank()
                && rule.subject() != FactType.SITE
                && !NOTHING_CAN_BE_DONE.contains(rule.id()));

        // Then
        assertThat(silent).isEmpty();
    }

    @Test
    void everyActiveRuleHasAScenarioInWhichItFiresAndOneInWhichItStaysSilent() {
        // When
        ScenarioRun.Result result = ScenarioRun.of(methodology);

        // Then
        assertThat(result.neverFire()).isEmpty();
        assertThat(result.neverSilent()).isEmpty();
    }

    private Set<String> ids(Predicate<CsvRow> which) {
        return register.stream()
                .filter(which)
                .map(row -> row.text("id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> rules(Predicate<Rule> which) {
        return active.stream().filter(which).map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> originalIds() {
        Problems problems = new Problems();
        String text = TextFile.read(ORIGINAL, "REQUIREMENTS.md", problems).orElse("");
        assertThat(problems.list()).isEmpty();
        return ID.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<CsvRow> table(Path folder, String file) {
        Problems problems = new Problems();
        List<CsvRow> rows = TextFile.read(folder, file, problems)
                .flatMap(text -> CsvTable.of(file, text, problems))
                .map(CsvTable::rows)
                .orElse(List.of());
        assertThat(problems.list()).isEmpty();
        return rows;
    }
}
