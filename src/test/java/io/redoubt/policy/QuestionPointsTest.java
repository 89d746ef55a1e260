package io.redoubt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.Question;
import io.redoubt.scoring.Contribution;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.shared.Points;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The points of the answers make sense together: a better answer never costs more, and the worst ones fill the scale. */
class QuestionPointsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 15);

    /** From worst to best: a claim that nobody checked costs less than a gap that was shown. */
    private static final List<String> ANSWERS = List.of(
            answer("NO", "DOCUMENTED"),
            answer("PARTIAL", "DOCUMENTED"),
            answer("YES", "SELF_ATTESTED"),
            answer("YES", "DOCUMENTED"));

    private final Methodology methodology;
    private final Rater rater;

    QuestionPointsTest() throws Exception {
        methodology = Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
        rater = methodology.rater(DAY);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"LEGAL", "CONFIDENTIALITY", "EXPORT_DATA"})
    void theWorstAnswersOfADomainFillItsScaleExactly(String domain) throws Exception {
        // When
        List<Contribution> nobodyAssessed = contributions("").stream()
                .filter(c -> c.domain().equals(domain) && c.fact().startsWith("Answer "))
                .toList();

        // Then
        assertThat(nobodyAssessed.stream().map(Contribution::worst).reduce(Points.ZERO, Points::plus))
                .isEqualTo(Points.HUNDRED);
        assertThat(nobodyAssessed.stream().map(Contribution::best)).containsOnly(Points.ZERO);
    }

    @Test
    void aBetterAnswerToAQuestionNeverCostsMore() throws Exception {
        // Given
        List<Question> questions = methodology.catalogue().questions().stream()
                .filter(question -> question.kind() == Question.Kind.YES_PARTIAL_NO)
                .toList();

        // When
        List<String> perverse = new ArrayList<>();
        for (Question question : questions) {
            List<Points> points = new ArrayList<>();
            for (String answer : ANSWERS) {
                points.add(points(question.id(), answer));
            }
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).compareTo(points.get(i - 1)) > 0) {
                    perverse.add(question.id() + " " + points);
                }
            }
        }

        // Then
        assertThat(questions).isNotEmpty();
        assertThat(perverse).isEmpty();
    }

    private static String answer(String value, String verification) {
        return "\"value\":\"" + value + "\",\"verification\":\"" + verification + "\",\"answeredOn\":\"2026-09-01\"";
    }

    private Points points(String question, String answer) throws Exception {
        return contributions("{\"question\":\"" + question + "\"," + answer + "}").stream()
                .filter(c -> c.fact().equals("Answer " + question))
                .map(Contribution::worst)
                .reduce(Points.ZERO, Points::plus);
    }

    private List<Contribution> contributions(String answers) throws Exception {
        String document = "{\"id\":\"T-1\",\"name\":\"Velmora Circuits GmbH\",\"answers\":[" + answers + "]}";
        return rater.rate(new SupplierFactsReader(methodology.catalogue()).read(SupplierFile.parse(document)))
                .detail()
                .contributions();
    }
}
