package io.redoubt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.checks.Finding;
import io.redoubt.rulepack.checks.Finding.Kind;
import io.redoubt.rulepack.files.PackEdit;
import io.redoubt.rulepack.files.PackFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the author of a version is asked whether he meant it. */
class SuccessionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Methodology baseline;

    @BeforeAll
    static void read() throws Exception {
        baseline = Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
    }

    private static List<Kind> doubts(PackFiles files) throws Exception {
        return Succession.check(baseline.pack(), baseline.with(files), TODAY).stream()
                .map(Finding::kind)
                .filter(kind -> kind.weight() == Finding.Weight.DOUBT)
                .toList();
    }

    @ParameterizedTest(name = "{0} points from {1}: {2} days of the past")
    @CsvSource({"20, 2026-01-01, 1", "20, 2026-05-05, 1", "17, 2026-05-05, 0", "20, 2026-11-21, 0", "20, 2027-06-01, 0"
    })
    void a_value_that_counted_in_the_past_and_counts_no_more_is_told(String points, LocalDate from, int expected)
            throws Exception {
        // When
        PackFiles files = new PackEdit(baseline.files()).parameter("playbook_points", from, points, "redoubt-policy");

        // Then
        assertThat(doubts(files)).hasSize(expected).allMatch(kind -> kind == Kind.PAST_CHANGED);
    }

    @Test
    void a_worked_example_that_is_gone_is_told() throws Exception {
        // Given
        String path = baseline.files().texts().keySet().stream()
                .filter(file -> file.startsWith("scenarios/answers/"))
                .findFirst()
                .orElseThrow();

        // When
        PackFiles files = new PackEdit(baseline.files()).without(path);

        // Then
        assertThat(doubts(files)).isNotEmpty().allMatch(kind -> kind == Kind.SCENARIO_GONE);
    }
}
