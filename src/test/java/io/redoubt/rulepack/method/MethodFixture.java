package io.redoubt.rulepack.method;

import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.Action;
import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.rulepack.checks.StaticChecks;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.files.PackFixture;
import io.redoubt.scoring.PackInputs;
import io.redoubt.shared.Place;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Packs to be told, and rules made from a few words. */
final class MethodFixture {
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static final Pattern COMPARISON = Pattern.compile("(\\S+) (==|!=|<=|>=|<|>|in|not in) (.+)");
    private static final Map<String, String> FACTORS = Map.of("embargo", "Embargo list");

    private MethodFixture() {}

    /** Every pack that the product ships. */
    static List<Path> shippedPacks() {
        return List.of(
                Path.of("rules", "baseline"),
                Path.of("rules", "examples", "scorecard"),
                Path.of("rules", "examples", "questionnaire"));
    }

    static Method shipped(Path folder) throws Exception {
        Methodology methodology = Methodology.read(Path.of("data"), folder);
        return new Method(
                methodology.pack(),
                methodology.catalogue(),
                DAY,
                Map.of(),
                StaticChecks.of(methodology.pack(), DAY, PackInputs::reads));
    }

    static Method small(PackFiles files) throws PackException {
        return small(PackFixture.read(files));
    }

    static Method small(RulePack pack) throws PackException {
        return new Method(
                pack, CatalogueFixture.catalogue(), DAY, FACTORS, StaticChecks.of(pack, DAY, parameter -> false));
    }

    /** What a rule says to those who may read everything, on the small pack. */
    static Prose sentence(Rule rule) throws PackException {
        return Telling.of(small(PackFixture.files()), Audience.INTERNAL)
                .sentence(rule)
                .told();
    }

    /** A rule of these conditions, each such as {@code Answer.value in NO|PARTIAL}. */
    static Rule rule(FactType subject, Action then, String... conditions) {
        List<Condition> parts = java.util.Arrays.stream(conditions)
                .map(text -> condition(text, subject))
                .toList();
        return rule(subject, then, new Condition.AllOf(parts));
    }

    static Rule rule(FactType subject, Action then, Condition when) {
        return new Rule(
                "LEG-77",
                "answers",
                7,
                subject,
                when,
                then,
                new Rule.Dossier("A title", "", "A_REASON", "", ""),
                List.of(),
                List.of(),
                Rule.Status.ACTIVE,
                Place.of("test"));
    }

    static Condition condition(String text, FactType subject) {
        Vocabulary vocabulary = CatalogueFixture.vocabulary();
        Matcher parts = COMPARISON.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The condition (" + text + ") must have three parts.");
        }
        var field = vocabulary.field(parts.group(1), subject);
        return vocabulary.comparison(
                field,
                Vocabulary.operator(parts.group(2), field),
                List.of(parts.group(3).split("\\|", -1)));
    }
}
