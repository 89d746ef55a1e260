package io.redoubt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.checks.Finding;
import io.redoubt.rulepack.checks.Finding.Kind;
import io.redoubt.rulepack.files.PackEdit;
import io.redoubt.rulepack.files.PackFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        assertThat(doubts(files))
                .filteredOn(kind -> kind != Kind.UNTRIED)
                .hasSize(expected)
                .allMatch(kind -> kind == Kind.PAST_CHANGED);
    }

    /** The examples of the rule that reads it are dated 2026-11-15. */
    @ParameterizedTest(name = "{0} points from {1} until {2}: {3}")
    @CsvSource({
        "20, 2026-11-15,, 0",
        "20, 2026-11-16,, 1",
        "20, 2027-06-01,, 1",
        "12, 2027-06-01,, 0",
        "20, 2026-11-14, 2026-11-15, 1",
        "20, 2026-11-15, 2026-11-16, 0"
    })
    void a_new_value_that_counts_on_no_day_of_an_example_is_told(
            String points, LocalDate from, @Nullable LocalDate until, int expected) throws Exception {
        // Given
        PackFiles files = new PackEdit(baseline.files()).parameter("playbook_points", from, points, "redoubt-policy");

        // When
        PackFiles ended =
                until == null ? files : new PackEdit(files).parameter("playbook_points", until, "12", "redoubt-policy");

        // Then
        assertThat(doubts(ended)).filteredOn(kind -> kind == Kind.UNTRIED).hasSize(expected);
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
