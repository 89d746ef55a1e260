package io.redoubt.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.shared.RandomFixture;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants of the files of a pack: each is refused in words and at its place, or becomes a model that says again what it
 * was read from; nothing runs, loads, hangs or breaks. A fuzzer that nothing gets past, or everything, shows nothing:
 * both shares have a least.
 *
 * <p>{@code mvn -Pfuzz test} makes a million of each kind ({@code -Dfuzz.mutants}), {@code -Dredoubt.seed} others.
 */
class MutantsTest {
    private static final int MUTANTS = Integer.getInteger("fuzz.mutants", 6_000);
    /** Of a hundred mutants at least so many are accepted, and so many refused. */
    private static final int LEAST_PERCENT = 15;

    private static final int WHOLE_PACKS = 20;

    @TempDir
    Path folder = Path.of("");

    private final RandomFixture seed = RandomFixture.seeded();

    @Test
    void a_file_changed_token_by_token_is_refused_in_words_or_says_the_same_again() throws Exception {
        run(
                "tokens",
                new TokenMutants(FuzzPackFixture.readable(seed)),
                new Verdict.Narrow(),
                Invariants::check,
                MUTANTS);
    }

    @Test
    void a_file_of_the_grammar_with_slips_is_refused_in_words_or_says_the_same_again() throws Exception {
        run("grammar", FuzzPackFixture::grammatical, new Verdict.Narrow(), Invariants::check, MUTANTS);
    }

    @Test
    void a_whole_pack_with_a_mutant_in_it_is_refused_or_rates_by_network_and_interpreter_alike() throws Exception {
        Mutant.Source tokens = new TokenMutants(FuzzPackFixture.readable(seed));
        RatedAlike rated = new RatedAlike();
        run(
                "whole packs",
                random -> random.chance(50) ? tokens.next(random) : FuzzPackFixture.grammatical(random),
                mutant -> Verdict.whole(FuzzPackFixture.with(FuzzPackFixture.files(), mutant)),
                (mutant, verdict) -> {
                    FuzzRun.Check check = verdict.isAccepted() ? rated : Invariants::check;
                    check.hold(mutant, verdict);
                },
                MUTANTS / WHOLE_PACKS);
    }

    private void run(
            String kind, Mutant.Source source, Function<Mutant, Verdict> reader, FuzzRun.Check check, int mutants)
            throws Exception {
        // Given
        FuzzRun run = new FuzzRun(kind, source, reader, check);
        try (Traps traps = Traps.in(folder)) {
            // When
            FuzzRun.Result result = run.run(seed, mutants);

            // Then
            System.out.println(FuzzRun.Result.header() + "\n" + result);
            traps.assertUntouched();
            assertThat(result.accepted()).isGreaterThan(mutants * LEAST_PERCENT / 100);
            assertThat(result.refused()).isGreaterThan(mutants * LEAST_PERCENT / 100);
        }
    }
}
