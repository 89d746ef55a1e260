package io.redoubt.firmware.sbom;

import static io.redoubt.firmware.sbom.SbomFixture.bytes;
import static io.redoubt.firmware.sbom.SbomFixture.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildIntegrityTest {
    @Test
    void of_the_122_modules_of_the_firmware_none_differs() throws Exception {
        // When
        BuildIntegrity read = BuildIntegrity.read(file("firmware/byte-integrity.json"));

        // Then
        assertThat(read).isEqualTo(new BuildIntegrity("files", 0, 122));
        assertThat(read.deviation()).isZero();
    }

    @Test
    void what_could_not_be_compared_counts_as_different() throws Exception {
        // When
        BuildIntegrity read = BuildIntegrity.read(bytes("{\"checked\": 3, \"byte_verified\": 2, \"verified\": [1, 2],"
                + " \"modified\": [3], \"skipped\": [4], \"errored\": [], \"clean\": false}"));

        // Then: 2 of 4
        assertThat(read.deviation()).isEqualTo(50_000_000);
    }

    @Test
    void a_byte_of_a_million_is_never_nothing() throws Exception {
        // When
        BuildIntegrity read = BuildIntegrity.read(bytes("{\"bytesCompared\": 1000000000, \"bytesDiffering\": 1}"));

        // Then: 0.0000001 %, rounded up to a millionth
        assertThat(read.deviation()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"bytesCompared\": 0, \"bytesDiffering\": 0} | must have been compared",
                "{\"bytesCompared\": 1, \"bytesDiffering\": 2} | must have been compared",
                "{\"bytesCompared\": 1.5, \"bytesDiffering\": 0} | must be a whole number",
                "{\"bytesCompared\": 10, \"bytesDiffering\": -1} | must be a whole number",
                "{\"checked\": 2, \"byte_verified\": 2, \"verified\": [1], \"modified\": [], \"clean\": true} | must agree",
                "{\"checked\": 2, \"byte_verified\": 1, \"verified\": [1], \"modified\": [2], \"clean\": true} | must agree"
            })
    void counts_that_contradict_themselves_are_refused(String text, String words) {
        assertThatThrownBy(() -> BuildIntegrity.read(bytes(text)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }
}
