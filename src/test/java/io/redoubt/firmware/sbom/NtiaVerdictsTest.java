package io.redoubt.firmware.sbom;

import static io.redoubt.firmware.sbom.SbomFixture.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts on minimum elements that somebody else published for the same files. */
class NtiaVerdictsTest {
    private static final Map<String, MinimumElement> ELEMENTS =
            Map.of("author_name", MinimumElement.AUTHOR_OF_SBOM_DATA, "component_name", MinimumElement.COMPONENT_NAME);

    static Stream<Arguments> verdicts() {
        return expected().map(row -> Arguments.of(row[0], Boolean.valueOf(row[2]), row[3]));
    }

    private static Stream<String[]> expected() {
        return new String(file("sbom/ntia/expected.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .peek(row -> row[0] = row[0].replace("tests/data/", "sbom/ntia/"));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("verdicts")
    void a_document_is_judged_as_others_judge_it(String name, boolean compliant, String missing) throws Exception {
        // When
        Completeness completeness = Completeness.of(SbomReader.read(file(name)));

        // Then
        List<MinimumElement> lacking = completeness.missing().stream()
                .map(Completeness.Missing::element)
                .toList();
        assertThat(completeness.isComplete()).isEqualTo(compliant);
        assertThat(completeness.micros() == 100_000_000L).isEqualTo(compliant);
        if (compliant) {
            assertThat(lacking).isEmpty();
        } else {
            assertThat(lacking).contains(ELEMENTS.get(missing));
        }
    }
}
