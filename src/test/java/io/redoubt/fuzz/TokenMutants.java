package io.redoubt.fuzz;

import io.redoubt.shared.RandomFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Changes readable files token by token: a token is deleted, doubled, swapped with another, replaced, or gets a new
 * neighbour, which is a hostile word or a token of any of the files. Most mutants are changed once, so that many stay
 * readable and every check meets a text in which nothing else is wrong.
 */
final class TokenMutants implements Mutant.Source {
    private static final Pattern TOKEN =
            Pattern.compile("[ \\t]+|\\R|[A-Za-z_][A-Za-z0-9_]*|[0-9]+|==|!=|<=|>=|&&|\\|\\||(?s:.)");

    private final List<String> hostile = HostileWords.all();
    private final List<String> usual = new ArrayList<>();
    private final List<Original> originals = new ArrayList<>();

    TokenMutants(List<Mutant> readable) {
        for (Mutant mutant : readable) {
            List<String> tokens = TOKEN.matcher(mutant.text())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            originals.add(new Original(mutant.path(), tokens));
            usual.addAll(tokens);
        }
    }

    private record Original(String path, List<String> tokens) {}

    @Override
    public Mutant next(RandomFixture random) {
        Original original = random.pick(originals);
        List<String> tokens = new ArrayList<>(original.tokens());
        int changes = random.chance(70) ? 1 : random.between(2, 4);
        for (int i = 0; i < changes && !tokens.isEmpty(); i++) {
            change(tokens, random);
        }
        return new Mutant(original.path(), String.join("", tokens));
    }

    private void change(List<String> tokens, RandomFixture random) {
        int at = random.between(0, tokens.size() - 1);
        switch (random.between(0, 6)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(at));
            case 2 -> Collections.swap(tokens, at, random.between(0, tokens.size() - 1));
            case 3 -> tokens.set(at, random.pick(hostile));
            case 4 -> tokens.add(at, random.pick(hostile));
            case 5 -> tokens.set(at, random.pick(usual));
            default -> tokens.add(at, random.pick(usual));
        }
    }
}
