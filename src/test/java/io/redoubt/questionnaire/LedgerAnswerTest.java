package io.redoubt.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Answer;
import io.redoubt.questionnaire.files.TemplateFixture;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.rulepack.Question;
import io.redoubt.shared.FactState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several sites together can claim, and how long an answer counts. */
class LedgerAnswerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest(name = "{0}: {1} and {2} make {3}")
    @CsvSource({
        "Q-NDA, YES, PARTIAL, PARTIAL",
        "Q-NDA, NO, YES, NO",
        "Q-NDA, YES, YES, YES",
        // fewer hours and months are better
        "Q-LIVE-SIGNING, 3, 12.5, 12.5",
        "Q-EXERCISES, 9, 11, 11"
    })
    void the_worse_of_two_sites_counts(String question, String one, String other, String together) {
        LedgerAnswer worst = LedgerAnswer.worst(
                List.of(site(question, one, "WITNESSED", DAY), site(question, other, "DOCUMENTED", DAY.plusDays(9))));

        assertThat(worst.given().value()).isEqualTo(together);
        assertThat(worst.verification()).isEqualTo("DOCUMENTED");
        assertThat(worst.given().answeredOn()).isEqualTo(DAY);
    }

    @Test
    void a_site_that_a_question_does_not_apply_to_hides_no_other() {
        LedgerAnswer excused = new LedgerAnswer(
                question("Q-SECURE-BOOT"),
                new Given(true, "", "", "", DAY, Optional.of(DAY.plusDays(300)), "No firmware."),
                "SELF_ATTESTED",
                "sam");

        LedgerAnswer worst = LedgerAnswer.worst(List.of(excused, site("Q-SECURE-BOOT", "PARTIAL", "DOCUMENTED", DAY)));

        assertThat(worst.given().value()).isEqualTo("PARTIAL");
        assertThat(LedgerAnswer.worst(List.of(excused, excused)).given().notApplicable())
                .isTrue();
    }

    @ParameterizedTest(name = "until {0}, on {1}: {2}")
    @CsvSource({
        // the question's own validity is 365 days: the last one is the 1st of March
        ", 2027-03-01, true", ", 2027-03-02, false",
        "2026-06-30, 2026-06-30, true", "2026-06-30, 2026-07-01, false",
        "2030-01-01, 2027-03-02, false", ", 2026-02-28, false"
    })
    void an_answer_counts_through_the_earlier_of_its_two_ends(LocalDate until, LocalDate day, boolean live) {
        Answer known = new Answer(
                "Q-ENCRYPTION",
                FactState.ANSWERED,
                Optional.of("YES"),
                "DOCUMENTED",
                DAY,
                Optional.ofNullable(until),
                Optional.empty(),
                Optional.empty());

        assertThat(LedgerAnswer.isLive(known, question("Q-ENCRYPTION"), day)).isEqualTo(live);
    }

    private static LedgerAnswer site(String question, String value, String verification, LocalDate on) {
        return new LedgerAnswer(question(question), Given.of(value, on), verification, "sam");
    }

    private static Question question(String id) {
        return TemplateFixture.catalogue().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
