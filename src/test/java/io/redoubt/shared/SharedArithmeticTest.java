package io.redoubt.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact numbers: nothing is rounded without saying so, and parts add up to the whole. */
class SharedArithmeticTest {
    @ParameterizedTest(name = "{0} is {1} millionths, written {2}")
    @CsvSource({
        "0,0,0",
        "-0,0,0",
        "12.5,12500000,12.5",
        "-3,-3000000,-3",
        "+4,4000000,4",
        "007,7000000,7",
        "0.000001,1,0.000001",
        "-0.000001,-1,-0.000001",
        "100.100000,100100000,100.1",
        "9223372036854.775807,9223372036854775807,9223372036854.775807",
        "-9223372036854.775808,-9223372036854775808,-9223372036854.775808"
    })
    void aDecimalIsReadExactlyAndWrittenShortest(String text, long millionths, String shortest) {
        // When
        long read = Micros.parse(text);

        // Then
        assertThat(read).isEqualTo(millionths);
        assertThat(Micros.format(read)).isEqualTo(shortest);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                " ",
                "1 ",
                "1.",
                ".5",
                "1e3",
                "1E3",
                "0x1",
                "1,5",
                "1_000",
                "NaN",
                "Infinity",
                "--1",
                "+-1",
                "1.5.2",
                "٣",
                "１",
                "½",
                "0.0000001",
                "9223372036854.775808",
                "-9223372036854.775809",
                "1234567890123456789012345"
            })
    void whatIsNoPlainDecimalIsRefused(String text) {
        // When and then
        assertThatThrownBy(() -> Micros.parse(text))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageStartingWith("The number (");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1e400", "1e99999999", "1e600000000", "1e2147483647", "1e-99999999", "1e-2147483647"})
    void anAbsurdExponentIsRefusedAtOnce(String number) {
        // Given
        BigDecimal value = new BigDecimal(number);

        // When and then
        assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThatThrownBy(() -> Micros.of(value)).isInstanceOf(NumberFormatException.class));
    }

    @Test
    void zeroWithAnAbsurdExponentIsZero() {
        // When
        long millionths = Micros.of(new BigDecimal("0e99999999"));

        // Then
        assertThat(millionths).isZero();
    }

    /** Weights; then the parts in millionths. What is left over goes to the largest remainders, the earlier on a tie. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1, 1000000",
        "1 1, 500000 500000",
        "1 1 1, 333334 333333 333333",
        "2 1, 666667 333333",
        "1 2, 333333 666667",
        // 142857.142857… each: one millionth is left, all remainders tie, the first takes it
        "1 1 1 1 1 1 1, 142858 142857 142857 142857 142857 142857 142857",
        // 1/6 = 166666.67, 2/6 = 333333.33, 3/6 = 500000: the largest remainder is the first's
        "1 2 3, 166667 333333 500000",
        // 3/11 = 272727.27, 4/11 = 363636.36 twice: two left over? 272727+363636+363636 = 999999, one: to the second
        "3 4 4, 272727 363637 363636",
        "0 1, 0 1000000",
        "1000000000 1, 1000000 0",
        "9000000 1000000, 900000 100000"
    })
    void aWholeIsSplitByLargestRemainder(String weights, String parts) {
        // When
        List<Share> shares = Share.distribute(numbers(weights));

        // Then
        assertThat(shares).extracting(Share::ppm).containsExactlyElementsOf(numbers(parts));
        assertThat(shares.stream().mapToLong(Share::ppm).sum()).isEqualTo(1_000_000);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0", "0 0", "-1 2", "1 -1"})
    void weightsThatCannotBeSplitAreRefused(String weights) {
        // When and then
        assertThatThrownBy(() -> Share.distribute(numbers(weights)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be negative and must have a positive sum");
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "1,3,333333",
        "2,3,666666",
        "0,5,0",
        "5,5,1000000",
        "6,5,1000000",
        "-1,5,0",
        "0,0,1000000",
        "7,0,1000000",
        "9223372036854775807,9223372036854775807,1000000",
        "1,9223372036854775807,0"
    })
    void aPartOfAWholeIsRoundedDown(long part, long whole, long millionths) {
        // When
        Share share = Share.of(part, whole);

        // Then
        assertThat(share.ppm()).isEqualTo(millionths);
    }

    @ParameterizedTest(name = "{0} %")
    @CsvSource({"25,250000", "12.5,125000", "0,0", "100,1000000", "0.0001,1", "99.9999,999999"})
    void aPercentageIsReadExactly(String percent, long millionths) {
        // When
        Share share = Share.ofPercent(percent);

        // Then
        assertThat(share.ppm()).isEqualTo(millionths);
    }

    @ParameterizedTest(name = "{0} %")
    @ValueSource(strings = {"0.00001", "12.34567", "100.0001", "-0.0001", "-0.00001", "101", "25 %"})
    void aPercentageThatWouldBeRoundedOrIsBeyondTheWholeIsRefused(String percent) {
        // When and then
        assertThatThrownBy(() -> Share.ofPercent(percent)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Points times a share is rounded down, towards less for negative points too. */
    @ParameterizedTest(name = "{0} millionths × {1} ppm")
    @CsvSource({
        "100000000,142857,14285700",
        "7,142857,0",
        "-7,142857,-1",
        "-1,1000000,-1",
        "5000000,500000,2500000",
        "9223372036854775807,1000000,9223372036854775807",
        "-9223372036854775808,500000,-4611686018427387904"
    })
    void pointsAreWeightedRoundingDown(long micros, long ppm, long weighted) {
        // When
        Points points = new Points(micros).times(new Share(ppm));

        // Then
        assertThat(points.micros()).isEqualTo(weighted);
    }

    @ParameterizedTest(name = "{0}: down {1}, up {2}")
    @CsvSource({"0,0,0", "0.000001,0,1", "-0.000001,-1,0", "40,40,40", "40.5,40,41", "99.999999,99,100", "-2.5,-3,-2"})
    void aBestEndIsShownRoundedDownAndAWorstRoundedUp(String points, int floor, int ceiling) {
        // When
        Points exact = Points.parse(points);

        // Then
        assertThat(exact.floor()).isEqualTo(floor);
        assertThat(exact.ceiling()).isEqualTo(ceiling);
    }

    private static List<Long> numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).map(Long::valueOf).toList();
    }
}
