package io.redoubt.rulepack;

import io.redoubt.rulepack.Question.Favourable;
import io.redoubt.rulepack.Question.Kind;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.ValueType.Codes;
import io.redoubt.shared.ValueType.Flag;
import io.redoubt.shared.ValueType.Quantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small catalogue with the product's own fields, four countries, and one factor of every type. */
public final class RandomCatalogueFixture {
    public static final List<String> COUNTRIES = List.of("DEU", "JPN", "VNM", "XKX");
    public static final int VALIDITY_DAYS = 365;

    private RandomCatalogueFixture() {}

    public static FactCatalogue small() {
        return FactCatalogue.of(COUNTRIES, new TreeMap<>(factors()), questions());
    }

    public static Map<String, ValueType> factors() {
        return Map.of(
                "estimate", new Quantity(""),
                "listing", new Codes(List.of("NONE", "WATCH", "PRIORITY", "FOREIGN"), false),
                "tier", new Codes(List.of("ONE", "TWO", "THREE"), true),
                "treaty", new Flag());
    }

    private static List<Question> questions() {
        return List.of(
                question("Q-A", Kind.YES_PARTIAL_NO, Favourable.HIGH, false),
                question("Q-B", Kind.YES_PARTIAL_NO, Favourable.HIGH, true),
                question("Q-C", Kind.YES_PARTIAL_NO, Favourable.HIGH, true),
                question("Q-HOURS", Kind.NUMBER, Favourable.LOW, true),
                question("Q-SHARE", Kind.NUMBER, Favourable.HIGH, false));
    }

    private static Question question(String id, Kind kind, Favourable favourable, boolean notApplicable) {
        return new Question(id, "L-01", kind, favourable, "", VALIDITY_DAYS, notApplicable, "Is " + id + " so?");
    }
}
