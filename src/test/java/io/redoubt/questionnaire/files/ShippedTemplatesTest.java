package io.redoubt.questionnaire.files;

import static io.redoubt.questionnaire.files.TemplateFixture.catalogue;
import static io.redoubt.questionnaire.files.TemplateFixture.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.TextFile;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Gives;
import io.redoubt.questionnaire.form.Template;
import io.redoubt.questionnaire.form.Tier;
import io.redoubt.rulepack.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the two templates that ship ask, against the catalogue, the register and the published original. */
class ShippedTemplatesTest {
    @Test
    void our_template_asks_every_question_of_the_catalogue_once() {
        List<String> asked = shipped("redoubt").questions().stream()
                .filter(question -> question.rated().isPresent())
                .map(FormQuestion::id)
                .toList();

        assertThat(asked)
                .hasSize(57)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        catalogue().stream().map(Question::id).toList());
    }

    @Test
    void every_requirement_that_a_supplier_is_asked_about_is_one_of_the_register() {
        // Given
        Map<String, String> parties = rows(Path.of("data", "requirements"), "register.csv").stream()
                .collect(Collectors.toMap(row -> row.text("id"), row -> row.text("party")));
        Map<String, String> requirements =
                catalogue().stream().collect(Collectors.toMap(Question::id, Question::requirement));

        // When
        Set<String> asked = shipped("redoubt").questions().stream()
                .filter(question -> question.rated().isPresent())
                .map(question -> requirements.get(question.id()))
                .collect(Collectors.toSet());

        // Then
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(id -> assertThat(parties.get(id)).isIn("SUPPLIER", "CONTRACT"));
    }

    @Test
    void the_template_repeats_no_text_of_the_catalogue() {
        Problems problems = new Problems();
        String file = TextFile.read(Path.of("data", "questionnaires", "redoubt"), "questions.csv", problems)
                .orElseThrow();

        assertThat(catalogue()).allSatisfy(question -> assertThat(file).doesNotContain(question.text()));
    }

    @ParameterizedTest(name = "{0} {1} asks at most {2}")
    @CsvSource({
        "redoubt, LOW, 25",
        "redoubt, MEDIUM, 48",
        "redoubt, HIGH, 68",
        "cisa-scrm, LOW, 24",
        "cisa-scrm, MEDIUM, 60",
        "cisa-scrm, HIGH, 97",
        "cisa-scrm, FULL, 260"
    })
    void each_tier_asks_as_many_questions_as_counted_by_hand(String id, String tier, int most) {
        Template template = shipped(id);
        Tier asked = template.tier(tier).orElseThrow();

        assertThat(template.questions().stream().filter(q -> template.asks(asked, q)))
                .hasSize(most);
    }

    @Test
    void whoever_is_asked_least_is_asked_what_bars_all_confidential_work() {
        // the subjects of the knock-outs on answers: agreement, ownership, core safeguards, export class
        Template template = shipped("redoubt");
        Tier low = template.tiers().get(0);

        assertThat(template.questions().stream()
                        .filter(q -> template.asks(low, q))
                        .map(FormQuestion::id))
                .contains(
                        "Q-NDA",
                        "Q-IP-OWNERSHIP",
                        "Q-ENCRYPTION",
                        "Q-NEED-TO-KNOW",
                        "Q-TRANSFER-LOG",
                        "Q-EXPORT-CLASS");
    }

    @Test
    void the_template_of_cisa_has_the_sections_numbers_and_words_of_the_original() {
        // Given
        List<CsvRow> original =
                rows(Path.of("..", "shared", "data", "questionnaires"), "cisa_vendor_scrm_questions.csv");

        // When
        Template template = shipped("cisa-scrm");

        // Then
        Map<String, String> titles = template.sections().stream()
                .collect(Collectors.toMap(section -> section.id(), section -> section.title()));
        assertThat(template.questions().stream()
                        .map(q -> List.of(q.id().replaceFirst("^CISA-", ""), titles.get(q.section()), q.text())))
                .containsExactlyElementsOf(original.stream()
                        .map(row -> List.of(
                                row.text("ref") + (row.text("n").equals("1") ? "" : "-" + row.text("n")),
                                row.text("section").replaceFirst("^[0-9] ", ""),
                                row.text("text")))
                        .toList());
        assertThat(template.source().licence()).contains("public domain");
        assertThat(template.source().edition()).isEqualTo("April 2021");
    }

    @Test
    void the_mapping_gives_what_a_reviewer_agreed_to_and_never_a_whole_yes() {
        // no question of that template asks all that one of ours does
        assertThat(shipped("cisa-scrm").mapping().stream()
                        .map(gives -> gives.question() + "=" + gives.answer() + " -> " + gives.target() + "="
                                + gives.value()))
                .containsExactly(
                        "CISA-6.13=YES -> Q-ETHICS=PARTIAL",
                        "CISA-6.13=NO -> Q-ETHICS=NO",
                        "CISA-3.10=YES -> Q-SECURE-DEVELOPMENT=PARTIAL",
                        "CISA-3.10=NO -> Q-SECURE-DEVELOPMENT=NO",
                        "CISA-4.17=YES -> Q-SUB-FLOWDOWN=PARTIAL",
                        "CISA-4.17=NO -> Q-SUB-FLOWDOWN=NO",
                        "CISA-4.25=YES -> Q-INCIDENT-PLAYBOOK=PARTIAL",
                        "CISA-5.9=YES -> Q-CHANGE-CONTROL=PARTIAL",
                        "CISA-3.16=YES -> Q-VULNERABILITY-PROCESS=PARTIAL",
                        "CISA-5.10=NO -> Q-COUNTERFEIT-SCREENING=NO");
        assertThat(shipped("cisa-scrm").mapping()).extracting(Gives::why).noneMatch(String::isBlank);
    }

    private static List<CsvRow> rows(Path folder, String file) {
        Problems problems = new Problems();
        List<CsvRow> rows = TextFile.read(folder, file, problems)
                .flatMap(text -> CsvTable.of(file, text, problems))
                .map(CsvTable::rows)
                .orElse(List.of());
        assertThat(problems.list()).isEmpty();
        return rows;
    }
}
