package io.redoubt.questionnaire.form;

import static io.redoubt.questionnaire.files.TemplateFixture.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.questionnaire.form.Completeness.Gap;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers a question takes, what they show and when a form may be handed in. */
class AnsweringTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Form FORM = new Scope(Optional.of(100), Optional.empty(), Map.of())
            .form(small(
                    "Q-NDA,A,LOW,,,,,true,DOCUMENTED,,,NO | PARTIAL,Ask us for a draft.",
                    "F-SIGNED,A,LOW,DATE,,,When?,true,,Q-NDA=YES | PARTIAL,,,",
                    "F-WHO,A,LOW,TEXT,,,Who?,true,,F-SIGNED=*,,,",
                    "F-GAP,A,LOW,TEXT,,,Which?,false,,Q-NDA=PARTIAL | NO,Q-NDA=NO,,",
                    "F-STORES,A,LOW,MULTIPLE,,OWN | CLOUD,Where?,true,,,,,",
                    "F-COUNT,A,LOW,NUMBER,people,,How many?,true,,,,,",
                    "F-KIND,A,LOW,CHOICE,,ONE | TWO,Which?,true,,,,,",
                    "F-FILE,A,LOW,FILE,,,Which?,true,,,,,",
                    "Q-SECURE-BOOT,B,LOW,,,,,true,,,,,"));

    @ParameterizedTest(name = "{0} takes {1}: {2}")
    @CsvSource(textBlock = """
            Q-NDA,    YES,                 true
            Q-NDA,    yes,                 false
            Q-NDA,    MAYBE,               false
            F-SIGNED, 2026-02-28,          true
            F-SIGNED, 2026-02-30,          false
            F-SIGNED, 28.2.2026,           false
            F-STORES, OWN | CLOUD,         true
            F-STORES, OWN|CLOUD,           true
            F-STORES, OWN | OWN,           false
            F-STORES, PAPER,               false
            F-COUNT,  12.5,                true
            F-COUNT,  -1,                  false
            F-COUNT,  1e3,                 false
            F-COUNT,  '1,000',             false
            F-COUNT,  0.1234567,           false
            F-KIND,   TWO,                 true
            F-KIND,   ONE | TWO,           false
            F-WHO,    ' ',                 false
            F-FILE,   report.pdf,          true
            """)
    void a_question_takes_values_of_its_kind(String question, String value, boolean taken) {
        assertThat(mistake(question, Given.of(value, TODAY)).isEmpty()).isEqualTo(taken);
    }

    @Test
    void nothing_is_answered_on_a_day_to_come() {
        assertThat(mistake("Q-NDA", Given.of("YES", TODAY.plusDays(1))))
                .map(AnswerCheck.Mistake::part)
                .contains("answeredOn");
    }

    @Test
    void only_some_questions_do_not_apply_and_only_with_a_reason_and_an_end_in_sight() {
        assertThat(mistake("Q-NDA", excuse("We have none.", TODAY.plusDays(30))))
                .isPresent();
        assertThat(mistake("F-WHO", excuse("We have none.", TODAY.plusDays(30))))
                .isPresent();
        assertThat(mistake("Q-SECURE-BOOT", excuse(" ", TODAY.plusDays(30)))).isPresent();
        assertThat(mistake("Q-SECURE-BOOT", excuse("No firmware.", TODAY.plusDays(401))))
                .isPresent();
        assertThat(mistake("Q-SECURE-BOOT", excuse("No firmware.", TODAY.plusDays(400))))
                .isEmpty();
    }

    @Test
    void an_answer_shows_what_follows_from_it_and_a_hidden_answer_shows_nothing() {
        Map<String, Given> no = Map.of(
                "Q-NDA", Given.of("NO", TODAY),
                "F-SIGNED", Given.of("2026-01-01", TODAY));

        assertThat(FORM.shown(no))
                .extracting(FormQuestion::id)
                .contains("F-GAP")
                .doesNotContain("F-SIGNED", "F-WHO");
        assertThat(FORM.shown(Map.of("Q-NDA", Given.of("YES", TODAY), "F-SIGNED", Given.of("2026-01-01", TODAY))))
                .extracting(FormQuestion::id)
                .contains("F-SIGNED", "F-WHO")
                .doesNotContain("F-GAP");
    }

    @Test
    void each_gap_stands_at_its_question() {
        Map<String, Given> answers = Map.of(
                "Q-NDA", Given.of("PARTIAL", TODAY),
                "F-SIGNED", Given.of("2026-01-01", TODAY),
                "F-WHO", Given.of("Ms Orlow", TODAY),
                "F-STORES", Given.of("OWN", TODAY),
                "F-COUNT", Given.of("3", TODAY),
                "F-KIND", Given.of("ONE", TODAY));

        // the claim lacks evidence, F-GAP is required for NO alone, and two are not answered
        assertThat(Completeness.gaps(FORM, answers))
                .extracting(Gap::question)
                .containsExactly("Q-NDA", "F-FILE", "Q-SECURE-BOOT");
        assertThat(Completeness.gaps(FORM, Map.of("Q-NDA", Given.of("NO", TODAY))))
                .extracting(Gap::question)
                .containsExactly("F-GAP", "F-STORES", "F-COUNT", "F-KIND", "F-FILE", "Q-SECURE-BOOT");
    }

    @Test
    void a_tip_stands_beside_the_risky_answer_alone() {
        Tip tip = FORM.question("Q-NDA").orElseThrow().tip().orElseThrow();

        assertThat(tip.isFor(Given.of("PARTIAL", TODAY))).isTrue();
        assertThat(tip.isFor(Given.of("YES", TODAY))).isFalse();
    }

    private static Given excuse(String reason, LocalDate until) {
        return new Given(true, "", "", "", TODAY, Optional.of(until), reason);
    }

    private static Optional<AnswerCheck.Mistake> mistake(String question, Given given) {
        return new AnswerCheck(TODAY).mistake(FORM.question(question).orElseThrow(), given);
    }
}
