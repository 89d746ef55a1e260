package io.redoubt.rulepack;

import io.redoubt.rulepack.Parameter.DatedValue;
import io.redoubt.rulepack.Question.Favourable;
import io.redoubt.rulepack.Question.Kind;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.ValueType.Codes;
import io.redoubt.shared.ValueType.Flag;
import io.redoubt.shared.ValueType.Quantity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small catalogue: four countries, three factors, three questions, and parameters of three units. */
public final class CatalogueFixture {
    private CatalogueFixture() {}

    public static FactCatalogue catalogue() {
        Map<String, ValueType> factors = new LinkedHashMap<>();
        factors.put("rule_of_law", new Quantity(""));
        factors.put("watch_list", new Codes(List.of("NOT_LISTED", "WATCH", "PRIORITY"), true));
        factors.put("embargo", new Flag());
        return FactCatalogue.of(List.of("CHN", "CZE", "JPN", "MEX"), factors, questions());
    }

    /** A yes or no question valid for 100 days, one that may be not applicable, and a number of hours. */
    public static List<Question> questions() {
        return List.of(
                new Question("Q-NDA", "L-01", Kind.YES_PARTIAL_NO, Favourable.HIGH, "", 100, false, "Signed?"),
                new Question("Q-BOOT", "F-02", Kind.YES_PARTIAL_NO, Favourable.HIGH, "", 100, true, "Verified?"),
                new Question("Q-HOURS", "F-12", Kind.NUMBER, Favourable.LOW, "hours", 100, true, "How long?"));
    }

    public static Vocabulary vocabulary() {
        return new Vocabulary(
                catalogue(),
                Map.of(
                        "limit", parameter("limit", "days"),
                        "share", parameter("share", "%"),
                        "few", parameter("few", "points")));
    }

    private static Parameter parameter(String id, String unit) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        return new Parameter(id, id, unit, List.of(new DatedValue(day, 5_000_000, "law")), day);
    }
}
