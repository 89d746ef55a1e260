package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.Aggregation;
import io.redoubt.rulepack.Domain;
import io.redoubt.scoring.Waterfall.Kind;
import io.redoubt.scoring.Waterfall.Step;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import io.redoubt.shared.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Figures and coverage, worked out by hand. */
class FigureArithmeticTest {
    private static final FigureArithmetic ARITHMETIC = new FigureArithmetic(Aggregation.USUAL);
    private static final Optional<Points> FIFTEEN = Optional.of(Points.parse("15"));
    /** Weights 1 : 2, so 333333 and 666667 millionths; B begins at 10 points. */
    private static final Domain A = new Domain("A", "A", Domain.Figure.CONTROL, new Share(333_333), Points.ZERO);

    private static final Domain B = new Domain("B", "B", Domain.Figure.CONTROL, new Share(666_667), Points.parse("10"));

    @Test
    void aFigureIsTheWeightedSumOfItsDomains() {
        // Given
        List<Contribution> contributions = List.of(
                contribution("R-1", "A", "0", "30"),
                contribution("R-2", "B", "6", "6"),
                contribution("R-3", "B", "-4", "0"));

        // When
        Figure figure = figure(List.of(A, B), contributions, FIFTEEN);

        // Then
        // worst: A = 30, B = 10 + 6 + 0 = 16; 30 × 0.333333 + 16 × 0.666667 = 9.99999 + 10.666672 = 20.666662
        //        floor: 30 − 15 = 15 lies below; headline rounded up 21
        assertThat(figure.worst().exact()).isEqualTo(Points.parse("20.666662"));
        assertThat(figure.worst().headline()).isEqualTo(21);
        assertThat(figure.worst().steps())
                .containsExactly(
                        new Step(Kind.CONTRIBUTION, "R-1 fact", Points.parse("9.99999")),
                        new Step(Kind.BASELINE, "B", Points.parse("6.66667")),
                        new Step(Kind.CONTRIBUTION, "R-2 fact", Points.parse("4.000002")),
                        new Step(Kind.ROUNDING, "to whole points", Points.parse("0.333338")));
        // best: A = 0, B = 10 + 6 − 4 = 12; 12 × 0.666667 = 8.000004; headline rounded down 8
        assertThat(figure.best().exact()).isEqualTo(Points.parse("8.000004"));
        assertThat(figure.best().headline()).isEqualTo(8);
        assertAddsUp(figure);
    }

    @Test
    void aDomainIsClampedAndTheWorstOneHoldsTheFigureUp() {
        // Given
        List<Contribution> contributions =
                List.of(contribution("R-1", "A", "70", "70"), contribution("R-2", "A", "40", "50"));

        // When
        Figure figure = figure(List.of(A, B), contributions, FIFTEEN);

        // Then
        // A = 120, clamped to 100; B = 10; 100 × 0.333333 + 10 × 0.666667 = 33.3333 + 6.66667 = 39.99997
        // floor: 100 − 15 = 85, which raises the figure by 45.00003
        assertThat(figure.worst().exact()).isEqualTo(Points.parse("85"));
        assertThat(figure.worst().steps())
                .contains(
                        new Step(Kind.CLAMP, "A", Points.parse("-6.66666")),
                        new Step(Kind.FLOOR, "A 100 less the allowance", Points.parse("45.00003")));
        assertAddsUp(figure);
    }

    @Test
    void aDomainNeverFallsBelowNone() {
        // When
        Figure figure = figure(List.of(A), List.of(contribution("R-1", "A", "-80", "-80")), FIFTEEN);

        // Then
        assertThat(figure.worst().exact()).isEqualTo(Points.ZERO);
        assertThat(figure.worst().headline()).isZero();
        assertAddsUp(figure);
    }

    @Test
    void fullDomainsMakeExactlyAHundredWhateverTheWeights() {
        // Given: seven equal weights are 142858 and six times 142857 millionths
        List<Domain> seven = new java.util.ArrayList<>();
        List<Contribution> contributions = new java.util.ArrayList<>();
        for (Share share : Share.distribute(List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L))) {
            String id = "D" + seven.size();
            seven.add(new Domain(id, id, Domain.Figure.CONTROL, share, Points.ZERO));
            contributions.add(contribution("R-1", id, "100", "100"));
        }

        // When
        Figure figure = figure(seven, contributions, FIFTEEN);

        // Then
        assertThat(figure.worst().exact()).isEqualTo(Points.HUNDRED);
        assertThat(figure.best().headline()).isEqualTo(100);
    }

    @Test
    void overallTakesItsShareOfTheWorstSite() {
        // Given
        Figure control = figure(List.of(A), List.of(contribution("R-1", "A", "30", "60")), Optional.empty());
        Figure near = figure(List.of(A), List.of(contribution("R-1", "A", "0", "100")), Optional.empty());
        Figure far = figure(List.of(A), List.of(contribution("R-1", "A", "9", "9")), Optional.empty());

        // When
        Figure overall = ARITHMETIC.overall(control, ARITHMETIC.worstOf(List.of(near, far)), new Share(250_000));

        // Then
        // control: 30 × 0.333333 = 9.99999 and 60 × 0.333333 = 19.99998
        // location: best 9 × 0.333333 = 2.999997 of the far site, worst 100 × 0.333333 = 33.3333 of the near one
        // best:  9.99999 × 0.75 = 7.4999925, down 7.499992; 2.999997 × 0.25 = 0.74999925, down 0.749999: 8.249991
        // worst: 19.99998 × 0.75 = 14.999985; 33.3333 × 0.25 = 8.333325: 23.33331
        assertThat(overall.best().exact()).isEqualTo(Points.parse("8.249991"));
        assertThat(overall.worst().exact()).isEqualTo(Points.parse("23.33331"));
        assertThat(overall.best().headline()).isEqualTo(8);
        assertThat(overall.worst().headline()).isEqualTo(24);
        assertAddsUp(overall);
    }

    @Test
    void coverageIsWhatIsKnownOfWhatCouldBeKnown() {
        // Given: with nothing known A is 60 wide (40 + 20) and B 30
        Coverage coverage = new Coverage(
                List.of(A, B),
                List.of(open("Answer Q-1", "A", "40"), open("Answer Q-2", "A", "20"), open("Answer Q-3", "B", "30")),
                false);

        // When: Q-1 is open, Q-2 does not apply, Q-3 is known
        Coverage.Result result = coverage.of(
                List.of(open("Answer Q-1", "A", "40"), contribution("R", "B", "30", "30")), Set.of("Answer Q-2"));

        // Then
        // A: of 60 − 20 = 40 applicable, 40 are open: 0 %, and 20 / 60 = 33.3334 % does not apply (rounded to the
        // worse)
        // B: 30 applicable, none open: 100 %
        // total: (0.333333 × 0 + 0.666667 × 30) / (0.333333 × 40 + 0.666667 × 30) = 20.00001 / 33.33333 = 60.0000 %
        assertThat(result.byDomain()).isEqualTo(SORTED_COVERAGE);
        assertThat(result.notApplicable().get("A")).isEqualTo(new Share(333_334));
        assertThat(result.total()).isEqualTo(new Share(600_000));
    }

    private static final SortedMap<String, Share> SORTED_COVERAGE =
            new java.util.TreeMap<>(Map.of("A", Share.NONE, "B", Share.WHOLE));

    private static Figure figure(List<Domain> domains, List<Contribution> contributions, Optional<Points> allowance) {
        return ARITHMETIC.of(new Entries(domains, contributions, Map.of()), allowance);
    }

    private static Contribution open(String fact, String domain, String worst) {
        return new Contribution(List.of("R"), domain, fact, "", Truth.MAYBE, Points.ZERO, Points.parse(worst));
    }

    private static Contribution contribution(String rule, String domain, String best, String worst) {
        return new Contribution(List.of(rule), domain, "fact", "", Truth.TRUE, Points.parse(best), Points.parse(worst));
    }

    private static void assertAddsUp(Figure figure) {
        assertThat(List.of(figure.best(), figure.worst()))
                .allSatisfy(
                        end -> assertThat(end.steps().stream().map(Step::points).reduce(Points.ZERO, Points::plus))
                                .isEqualTo(Points.parse(Integer.toString(end.headline()))));
    }
}
