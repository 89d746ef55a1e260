package io.redoubt.questionnaire.files;

import static io.redoubt.questionnaire.files.TemplateFixture.MAIN;
import static io.redoubt.questionnaire.files.TemplateFixture.mistakes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in a template is told at its file, row and column. */
class RefusedTemplateTest {
    @Test
    void a_template_without_mistakes_is_read() {
        assertThat(mistakes(
                        MAIN,
                        "Q-NDA,A,LOW,,,,,true,DOCUMENTED,,,NO,Ask us.",
                        "F-1,B,HIGH,DATE,,,When?,true,,Q-NDA=YES,,,"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            Q-NDA,C,LOW,,,,,true,,,,,                 ; small/questions.csv:3:2 ; must be one of A, B.
            Q-NDA,A,MIDDLE,,,,,true,,,,,              ; small/questions.csv:3:3 ; must be one of LOW, HIGH, FULL.
            Q-NDA,A,LOW,DATE,,,,true,,,,,             ; small/questions.csv:3:4 ; must be empty: the catalogue of questions says it.
            Q-NDA,A,LOW,,,,Is there one?,true,,,,,    ; small/questions.csv:3:7 ; must be empty: the catalogue of questions says it.
            F-1,A,LOW,COLOUR,,,Which?,true,,,,,       ; small/questions.csv:3:4 ; must be one of YES_PARTIAL_NO, CHOICE, MULTIPLE, NUMBER, DATE, TEXT, FILE.
            F-1,A,LOW,NUMBER,,,How many?,true,,,,,    ; small/questions.csv:3:5 ; must name the unit of the number.
            F-1,A,LOW,TEXT,days,,Why?,true,,,,,       ; small/questions.csv:3:5 ; must be empty where no number is asked for.
            F-1,A,LOW,CHOICE,,,Which?,true,,,,,       ; small/questions.csv:3:6 ; must name what can be chosen.
            F-1,A,LOW,CHOICE,,ONE | ONE,Which?,true,,,,, ; small/questions.csv:3:6 ; must name each choice once.
            F-1,A,LOW,CHOICE,,one,Which?,true,,,,,    ; small/questions.csv:3:6 ; must be capital letters, digits, dashes or underscores.
            F-1,A,LOW,TEXT,,,=cmd(),true,,,,,         ; small/questions.csv:3:7 ; must not begin like a formula.
            F-1,A,LOW,TEXT,,,,true,,,,,               ; small/questions.csv:3:7 ; must not be empty.
            F-1,A,LOW,TEXT,,,Why?,yes,,,,,            ; small/questions.csv:3:8 ; must be one of true, false.
            F-1,A,LOW,TEXT,,,Why?,true,SEEN,,,,       ; small/questions.csv:3:9 ; must be one of SELF_ATTESTED
            F-1,A,LOW,TEXT,,,Why?,true,,F-2=YES,,,    ; small/questions.csv:3:10 ; must ask after a question that stands above; F-2 does not.
            F-1,A,LOW,TEXT,,,Why?,true,,F-1=*,,,      ; small/questions.csv:3:10 ; must ask after a question that stands above; F-1 does not.
            F-1,A,LOW,TEXT,,,Why?,true,,Q-RETURN,,,   ; small/questions.csv:3:10 ; must be a question and its answers
            F-1,A,LOW,TEXT,,,Why?,true,,Q-RETURN=MAYBE,,, ; small/questions.csv:3:10 ; must name answers of Q-RETURN; MAYBE is none.
            F-1,A,LOW,TEXT,,,Why?,false,,,Q-RETURN=YES,,  ; small/questions.csv:3:11 ; must ask after a question of the same tier or one that asks less
            F-1,A,LOW,TEXT,,,Why?,true,,,,NO,         ; small/questions.csv:3:13 ; must stand beside the answers it is for
            Q-RETURN,A,LOW,,,,,true,,,,,              ; small/questions.csv:3:1 ; must stand once in the template.
            no id!,A,LOW,TEXT,,,Why?,true,,,,,        ; small/questions.csv:3:1 ; must be 1 to 64 letters, digits, dots, dashes or underscores.
            """)
    void a_mistake_in_a_row_is_told_at_its_cell(String row, String place, String told) {
        // the first row is asked from HIGH on; texts with semicolons after the third column are not split further
        assertThat(mistakes(MAIN, "Q-RETURN,A,HIGH,,,,,true,,,,,", row))
                .anySatisfy(
                        message -> assertThat(message).startsWith(place + " ").contains(told));
    }

    @Test
    void tiers_ask_more_and_more_and_begin_with_everybody() {
        assertThat(mistakes(MAIN.replace("from: 0", "from: 5"), "Q-NDA,A,LOW,,,,,true,,,,,"))
                .anyMatch(told -> told.contains("The first tier must begin at 0 points"));
        assertThat(mistakes(MAIN.replace("from: 50", "from: 0"), "Q-NDA,A,LOW,,,,,true,,,,,"))
                .anyMatch(told -> told.startsWith("small/template.yaml:8:") && told.contains("more points"));
    }

    @Test
    void no_tier_asks_more_than_a_hundred_unless_somebody_orders_it() {
        // Given
        String[] rows = java.util.stream.IntStream.rangeClosed(1, 101)
                .mapToObj(i -> "F-" + i + ",A,HIGH,TEXT,,,Why?,true,,,,,")
                .toArray(String[]::new);
        String[] ordered = java.util.Arrays.stream(rows)
                .map(row -> row.replace("HIGH", "FULL"))
                .toArray(String[]::new);

        // When, Then
        assertThat(mistakes(MAIN, rows)).singleElement().asString().contains("at most 100 questions; it asks 101");
        assertThat(mistakes(MAIN, ordered)).isEmpty();
    }

    @Test
    void the_id_is_that_of_the_folder() {
        assertThat(mistakes(MAIN.replace("id: small", "id: other"), "Q-NDA,A,LOW,,,,,true,,,,,"))
                .anyMatch(told ->
                        told.startsWith("small/template.yaml:1:1") && told.contains("must be that of its folder"));
    }
}
