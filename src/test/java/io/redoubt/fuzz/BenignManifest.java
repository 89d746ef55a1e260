package io.redoubt.fuzz;

import io.redoubt.shared.RandomFixture;
import java.util.ArrayList;
import java.util.List;

/** A {@code pack.yaml} of some way of adding up. */
final class BenignManifest {
    private final RandomFixture random;
    private final List<String> control;
    private final String place;
    private final boolean ratio;
    private final boolean sum;
    private final List<Integer> scale;
    private final List<String> tables = new ArrayList<>();

    private BenignManifest(RandomFixture random, List<String> control, String place) {
        this.random = random;
        this.control = control;
        this.place = place;
        this.ratio = random.chance(25);
        this.sum = random.chance(25);
        this.scale = random.either(
                List.of(0, 100), List.of(0, 100), List.of(300, 850), List.of(0, 1_000), List.of(-100, 100));
    }

    /** @param place domain of sites; empty where countries are not judged */
    static BenignManifest some(RandomFixture random, List<String> control, String place) {
        return new BenignManifest(random, control, place);
    }

    List<String> control() {
        return control;
    }

    String place() {
        return place;
    }

    boolean isRatio() {
        return ratio;
    }

    void add(String table) {
        tables.add(table);
    }

    String text(boolean logic) {
        StringBuilder text = new StringBuilder("# a comment: System.exit( 1 ) \"quoted\" 'too'\n");
        text.append("id: generated\ntitle: \"Import & export of 'eval' boards: § 4, Größe\"\nversion: \"1.0\"\n");
        text.append("effectiveFrom: \"2026-01-01\"\nowner: \"legal\"\n")
                .append(aggregation())
                .append(thresholds());
        text.append("domains:\n");
        control.forEach(id -> text.append(domain(id, "CONTROL")));
        if (!place.isEmpty()) {
            text.append(domain(place, "LOCATION"));
        }
        int middle = random.between(scale.get(0) + 1, scale.get(1) - 1);
        text.append("bands:\n  - { id: ONE, upTo: %d, bars: [%s], advice: \"Go; then end.\" }\n"
                .formatted(middle, random.either("", "\"CRITICAL/*\"")));
        text.append("  - { id: TWO, upTo: %d, bars: [%s], advice: \"Stop: eval( nothing ).\" }\n"
                .formatted(scale.get(1), random.either("", "\"CONFIDENTIAL+/*\"")));
        text.append("tables:\n");
        tables.forEach(table -> text.append("  - ").append(table).append('\n'));
        return text + (logic ? "logic:\n  - logic/more.drl\n" : "");
    }

    private String aggregation() {
        boolean usual = !ratio && !sum && scale.equals(List.of(0, 100)) && random.chance(50);
        return usual
                ? ""
                : "aggregation:\n  domains: %s\n  figure: %s\n  scale: { from: %d, to: %d, risk: %s }\n%s"
                        .formatted(
                                ratio ? "RATIO" : "SUM",
                                sum ? "SUM" : "WEIGHTED_MEAN",
                                scale.get(0),
                                scale.get(1),
                                random.either("HIGH", "LOW"),
                                random.either(
                                        "",
                                        "  reasons: { top: 3, against: BEST }\n",
                                        "  reasons: { top: 2, against: WORST }\n"));
    }

    private String thresholds() {
        String allowance = sum || random.chance(50) ? "" : "  floorAllowance: " + random.between(0, 60) + "\n";
        return "thresholds:\n  locationShare: %d\n%s  coverageFloor: %d\n  notApplicableLimit: %d\n"
                .formatted(
                        place.isEmpty() ? 0 : random.between(0, 50),
                        allowance,
                        random.either(0, 0, 30),
                        random.between(20, 100));
    }

    private String domain(String id, String figure) {
        String weight = sum ? "" : ", weight: " + random.between(1, 9);
        String baseline =
                ratio ? "" : ", baseline: " + (sum ? random.between(0, 20) : scale.get(0) + random.between(0, 20));
        return "  - { id: %s, title: \"%s: function\", figure: %s%s%s }\n".formatted(id, id, figure, weight, baseline);
    }
}
