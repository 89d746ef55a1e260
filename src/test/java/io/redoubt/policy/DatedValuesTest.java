package io.redoubt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.files.PackEdit;
import io.redoubt.rulepack.files.PackFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On which day a change is looked at when nobody names one. */
class DatedValuesTest {
    private static final LocalDate EARLIEST = LocalDate.of(2026, 11, 28);

    private static Methodology baseline;

    @BeforeAll
    static void read() throws Exception {
        baseline = Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
    }

    private static PackFiles with(PackFiles files, String parameter, LocalDate from, String value) throws Exception {
        return new PackEdit(files).parameter(parameter, from, value, "redoubt-policy");
    }

    private static LocalDate day(PackFiles files) throws Exception {
        return DatedValues.whenMostCounts(baseline, baseline.with(files), EARLIEST);
    }

    @Test
    void withoutADatedChangeItIsTheEarliest() throws Exception {
        assertThat(day(baseline.files())).isEqualTo(EARLIEST);
    }

    @Test
    void whatCountsForAWhileIsLookedAtWhileItCounts() throws Exception {
        PackFiles raised = with(baseline.files(), "playbook_points", LocalDate.of(2027, 1, 1), "20");
        PackFiles ended = with(raised, "playbook_points", LocalDate.of(2027, 7, 1), "12");

        assertThat(day(ended)).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void ofSeveralDaysItIsThatOnWhichMostCounts() throws Exception {
        PackFiles one = with(baseline.files(), "playbook_points", LocalDate.of(2027, 1, 1), "20");
        PackFiles two = with(one, "exploit_reporting_points", LocalDate.of(2027, 3, 1), "9");

        assertThat(day(two)).isEqualTo(LocalDate.of(2027, 3, 1));
    }

    @Test
    void anOwnerWhoIsListedForAWhileIsLookedAtThen() throws Exception {
        // Given
        PackFiles lists = new PackFiles(new TreeMap<>(Map.of(
                "ours/list.yaml",
                """
                title: Ours
                description: Made up for a test.
                applies: true
                source: { publisher: Us, title: Ours, edition: "1", licence: none, retrieved: 2026-11-01, completeness: All. }
                """,
                "ours/owners.csv",
                "scheme,identifier,name,from,until\nDUNS,150483782,,2027-02-01,2027-02-28\n")));

        // When
        Methodology listed = baseline.with(Map.of(Subject.OWNERS, lists));

        // Then
        assertThat(DatedValues.whenMostCounts(baseline, listed, EARLIEST)).isEqualTo(LocalDate.of(2027, 2, 1));
    }
}
