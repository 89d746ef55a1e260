package io.redoubt.rulepack.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The gate can't be taken away unnoticed. Each place in its compiled code where it refuses is taken out alone, in a copy
 * of the product, and the tests of attacks are run against that copy: at least one must turn red. So nobody can delete a
 * check, or write a new one without an attack that it stops. What stays green is named here with the check that stands
 * behind it; that list must be exact too.
 */
class GateMutationTest {
    private static final Class<?>[] ATTACKS = {RefusedDrlTest.class, HostileDrlTest.class, ExhaustingDrlTest.class};

    /** Checks behind which another stops the same attacks. */
    private static final Map<String, String> SECOND_LINES = Map.of(
            "ConstraintGrammar.atom THROWS 1", "brackets are counted before a text is parsed at all",
            "RuleTranslator.conditions THROWS 1", "today's parser makes no other kind of constraint",
            "SafeDrlReader.parse THROWS 1", "no text is known that the parser breaks at within the bounds",
            "SafeDrlReader.parse THROWS 2", "nobody interrupts a reader",
            "SafeDrlReader.read TELLS 1", "tells of the two before it",
            "SafeDrlReader.read TELLS 2", "today's parser answers nothing only where it tells of an error");

    @Test
    void the_tests_of_attacks_are_green_while_nothing_is_taken_away() throws Exception {
        // When
        AttackTests.Result result = AttackTests.runAll(WeakenedGate.without(List.of()), ATTACKS);

        // Then
        assertThat(result.red()).isEmpty();
        assertThat(result.green()).isGreaterThan(150);
    }

    @Test
    void each_refusal_that_is_taken_away_turns_a_test_red() throws Exception {
        // Given
        SortedMap<RefusalSite, String> first = new TreeMap<>();

        // When
        for (RefusalSite site : WeakenedGate.sites()) {
            List<String> red = AttackTests.runToRed(WeakenedGate.without(List.of(site)), ATTACKS)
                    .red();
            first.put(site, red.isEmpty() ? "" : red.get(0));
        }

        // Then
        first.forEach((site, test) -> System.out.printf("%-45s %s%n", site, test));
        assertThat(first).hasSizeGreaterThan(20);
        assertThat(first.entrySet().stream()
                        .filter(entry -> entry.getValue().isEmpty())
                        .map(entry -> entry.getKey().toString()))
                .containsExactlyInAnyOrderElementsOf(SECOND_LINES.keySet());
    }

    @Test
    void with_every_refusal_taken_away_no_attack_counts_as_refused() throws Exception {
        // When
        AttackTests.Result result =
                AttackTests.runAll(WeakenedGate.without(WeakenedGate.sites()), HostileDrlTest.class);

        // Then
        assertThat(result.green()).isZero();
        assertThat(result.red())
                .hasSizeGreaterThanOrEqualTo(2 * HostileDrlTest.attacks().size());
    }
}
