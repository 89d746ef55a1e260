package io.redoubt.questionnaire.form;

import static io.redoubt.questionnaire.files.TemplateFixture.shipped;
import static io.redoubt.questionnaire.files.TemplateFixture.small;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is asked how much, and why not the rest. */
class ScopeTest {
    private static final Template SMALL = small(
            "Q-NDA,A,LOW,,,,,true,,,,,",
            "F-WHEN,A,LOW,DATE,,,When?,true,,Q-NDA=YES,,,",
            "Q-SECURE-BOOT,B,LOW,,,,,true,,,,,",
            "F-BOOT,B,LOW,TEXT,,,How?,true,,Q-SECURE-BOOT=*,,,",
            "Q-MAIL,B,HIGH,,,,,true,,,,,",
            "F-ALL,B,FULL,TEXT,,,What else?,false,,,,,");

    @ParameterizedTest(name = "{0} points: {1}")
    @CsvSource({"0, LOW", "29, LOW", "30, MEDIUM", "54, MEDIUM", "55, HIGH", "100, HIGH", ", HIGH"})
    void the_inherent_risk_decides_and_what_is_not_known_is_never_low(Integer points, String tier) {
        Scope scope = new Scope(Optional.ofNullable(points), Optional.empty(), Map.of());

        assertThat(scope.form(shipped("redoubt")).tier()).isEqualTo(tier);
    }

    @Test
    void every_question_that_is_left_out_says_why() {
        Form form =
                new Scope(Optional.of(10), Optional.empty(), Map.of("Q-SECURE-BOOT", "Makes no firmware.")).form(SMALL);

        assertThat(form.questions()).extracting(FormQuestion::id).containsExactly("Q-NDA", "F-WHEN");
        assertThat(form.leftOut())
                .containsExactly(
                        new Form.LeftOut("Q-SECURE-BOOT", "Makes no firmware.", true),
                        new Form.LeftOut("F-BOOT", "Follows from Q-SECURE-BOOT, which is not asked.", false),
                        new Form.LeftOut("Q-MAIL", "Asked from an inherent risk of 50 points on.", false),
                        new Form.LeftOut("F-ALL", "Asked where somebody orders the tier FULL.", false));
    }

    @Test
    void an_order_asks_more_and_never_less() {
        Optional<Tier> low = SMALL.tier("LOW");
        Optional<Tier> full = SMALL.tier("FULL");

        assertThat(new Scope(Optional.of(80), low, Map.of()).form(SMALL).tier()).isEqualTo("HIGH");
        assertThat(new Scope(Optional.of(80), full, Map.of()).form(SMALL).leftOut())
                .isEmpty();
    }
}
