package io.redoubt.rulepack.files;

import io.redoubt.files.Problems;
import io.redoubt.files.Scalar;
import io.redoubt.files.YamlMap;
import io.redoubt.files.YamlNode;
import io.redoubt.rulepack.Aggregation;
import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.InherentPoints;
import io.redoubt.rulepack.InherentPoints.Kind;
import io.redoubt.rulepack.RulePack.Header;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import io.redoubt.rulepack.Scale;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.rulepack.Thresholds;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.rulepack.Weighting;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.Place;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code pack.yaml}: what the pack is, its scale, its domains and bands, and which files hold its rules. */
final class ManifestReader {
    private final YamlMap root;
    private final Problems problems;
    private final Aggregation aggregation;
    private final List<DeclaredTable> tables;
    private final List<DeclaredLogic> logic;

    ManifestReader(String text, Problems problems) {
        this.problems = problems;
        this.root = YamlNode.of("pack.yaml", text, problems)
                .map(
                        "id",
                        "title",
                        "version",
                        "effectiveFrom",
                        "owner",
                        "aggregation",
                        "thresholds",
                        "domains",
                        "weights",
                        "sensitivity",
                        "bands",
                        "engagement",
                        "tables",
                        "logic");
        // Read once: asking again would report the same problems again.
        this.aggregation = new AggregationReader(problems).read(root);
        this.tables = root.list("tables").stream()
                .map(node -> node.map("file", "subject", "policy", "description"))
                .map(this::table)
                .toList();
        this.logic = root.optionalList("logic").stream()
                .map(node -> new DeclaredLogic(node.scalar().raw(), node.place()))
                .toList();
    }

    /** Whether nothing can be told of the pack, which is a problem already. */
    boolean isUnreadable() {
        return root.keys().isEmpty() && !problems.isEmpty();
    }

    /**
     * A file of safe DRL.
     *
     * @param file path in the pack
     * @param place where {@code pack.yaml} declares it
     */
    record DeclaredLogic(String file, Place place) {}

    /**
     * A table and where its rows are.
     *
     * @param file path in the pack
     * @param place where {@code pack.yaml} declares it
     */
    record DeclaredTable(RuleTable table, String file, Place place) {}

    Header header() {
        return new Header(
                root.text("id"),
                root.text("title"),
                root.text("version"),
                root.date("effectiveFrom"),
                root.text("owner"));
    }

    Place place(String key) {
        return root.place(key);
    }

    Aggregation aggregation() {
        return aggregation;
    }

    /** @param domains as read before */
    Weighting weighting(List<Domain> domains) {
        List<Domain> control = domains.stream()
                .filter(domain -> domain.figure() == Domain.Figure.CONTROL)
                .toList();
        return new WeightingReader(aggregation, control, problems).read(root);
    }

    Thresholds thresholds() {
        YamlMap map = root.map("thresholds", "locationShare", "floorAllowance", "coverageFloor", "notApplicableLimit");
        return new Thresholds(
                percent(map, "locationShare"),
                allowance(map),
                percent(map, "coverageFloor"),
                percent(map, "notApplicableLimit"));
    }

    /** Without an allowance the figure may be any whole scale safer than its worst domain. */
    private Points allowance(YamlMap map) {
        Points whole = aggregation.scale().span();
        if (aggregation.isSum() && map.has("floorAllowance")) {
            problems.add(
                    map.place("floorAllowance"),
                    "The floorAllowance must be left out where the figure is a sum, which no single domain bounds.");
        }
        return map.has("floorAllowance")
                ? parse(
                        map.place("floorAllowance"),
                        map.decimal("floorAllowance"),
                        text -> points(text, Points.ZERO, whole),
                        whole)
                : whole;
    }

    private static Points points(String text, Points least, Points most) {
        Points points = Points.parse(text);
        if (points.compareTo(least) < 0 || points.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "The points (" + text + ") must lie between " + least + " and " + most + ".");
        }
        return points;
    }

    private Share percent(YamlMap map, String key) {
        return parse(map.place(key), map.decimal(key), Share::ofPercent, Share.NONE);
    }

    /** Domains with their weights as shares of one whole within their figure, by largest remainder. */
    List<Domain> domains() {
        List<Domain> domains = new ArrayList<>();
        List<YamlMap> all = root.list("domains").stream()
                .map(node -> node.map("id", "title", "figure", "weight", "baseline"))
                .toList();
        for (Domain.Figure figure : Domain.Figure.values()) {
            List<YamlMap> maps = all.stream()
                    .filter(map -> map.text("figure").equals(figure.name()))
                    .toList();
            List<Long> weights = maps.stream().map(this::weight).toList();
            if (weights.stream().anyMatch(w -> w <= 0)) {
                problems.add(root.place("domains"), "The weights of " + figure + " domains must be positive.");
            } else if (!maps.isEmpty()) {
                List<Share> shares =
                        aggregation.isSum() ? Collections.nCopies(maps.size(), Share.WHOLE) : Share.distribute(weights);
                for (int i = 0; i < maps.size(); i++) {
                    domains.add(domain(maps.get(i), figure, shares.get(i)));
                }
            }
        }
        if (problems.isEmpty() && domains.size() != all.size()) {
            problems.add(
                    root.place("domains"),
                    "The figure of every domain must be one of " + Arrays.toString(Domain.Figure.values()) + ".");
        }
        return domains;
    }

    private long weight(YamlMap map) {
        if (!aggregation.isSum()) {
            return map.integer("weight");
        }
        if (map.has("weight")) {
            problems.add(map.place("weight"), "The weight must be left out where the figure is a sum of its domains.");
        }
        return 1;
    }

    private Domain domain(YamlMap map, Domain.Figure figure, Share weight) {
        return new Domain(map.text("id"), map.text("title"), figure, weight, baseline(map));
    }

    /** In a mean a domain begins on the scale; in a sum it is one of the summands; a ratio begins at nothing. */
    private Points baseline(YamlMap map) {
        if (aggregation.isRatio()) {
            if (map.has("baseline")) {
                problems.add(
                        map.place("baseline"),
                        "The baseline must be left out where domains are ratios, which begin at none.");
            }
            return Points.ZERO;
        }
        Scale scale = aggregation.scale();
        Points most = aggregation.isSum() ? Points.whole(scale.farthest()) : scale.most();
        Points least = aggregation.isSum() ? Points.ZERO.minus(most) : scale.least();
        return parse(map.place("baseline"), map.decimal("baseline"), text -> points(text, least, most), least);
    }

    List<Band> bands() {
        return root.list("bands").stream()
                .map(node -> node.map("id", "upTo", "bars", "advice"))
                .map(map -> new Band(
                        map.text("id"),
                        map.integer("upTo"),
                        workClasses(map.optionalList("bars"), problems),
                        map.text("advice")))
                .toList();
    }

    /** The scale for inherent risk: every code it names is one of the catalogue, and each stands once. */
    List<InherentPoints> engagement() {
        Set<String> seen = new HashSet<>();
        List<InherentPoints> scale = new ArrayList<>();
        for (YamlNode node : root.optionalList("engagement")) {
            YamlMap map = node.map("of", "code", "points");
            Kind of = parse(map.place("of"), map.text("of"), ManifestReader::kind, Kind.LOCATION);
            String code = map.optionalText("code").orElse("");
            boolean known = of == Kind.LOCATION ? code.isEmpty() : codes(of).contains(code);
            if (!known) {
                problems.add(
                        map.place("code"),
                        "The code (" + Problems.shown(code) + ") of " + of + " must be "
                                + (of == Kind.LOCATION ? "left out." : "one of " + String.join(", ", codes(of)) + "."));
            }
            if (!seen.add(of + " " + code)) {
                problems.add(map.place("of"), "The row (" + of + " " + Problems.shown(code) + ") must stand once.");
            }
            scale.add(new InherentPoints(
                    of,
                    code,
                    parse(
                            map.place("points"),
                            map.decimal("points"),
                            text -> points(text, Points.ZERO, Points.HUNDRED),
                            Points.ZERO)));
        }
        return scale;
    }

    private static List<String> codes(Kind of) {
        return switch (of) {
            case VALUE -> StandardFields.ASSET_VALUE.codes();
            case SAFETY -> StandardFields.SAFETY.codes();
            case ACCESS -> StandardFields.ACCESS.codes();
            case LOCATION -> List.of();
        };
    }

    private static Kind kind(String text) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The row (" + text + ") must be of one of " + Arrays.toString(Kind.values()) + "."));
    }

    static List<WorkClass> workClasses(List<YamlNode> patterns, Problems problems) {
        List<WorkClass> classes = new ArrayList<>();
        for (YamlNode pattern : patterns) {
            Scalar scalar = pattern.scalar();
            try {
                classes.addAll(WorkClass.matching(scalar.raw()));
            } catch (IllegalArgumentException e) {
                problems.add(scalar.place(), String.valueOf(e.getMessage()));
            }
        }
        return classes.stream().sorted().distinct().toList();
    }

    List<DeclaredTable> tables() {
        return tables;
    }

    private DeclaredTable table(YamlMap map) {
        String file = map.text("file");
        FactType subject = parse(map.place("subject"), map.text("subject"), Vocabulary::subject, FactType.SUPPLIER);
        HitPolicy policy = parse(map.place("policy"), map.text("policy"), ManifestReader::policy, HitPolicy.ALL);
        return new DeclaredTable(
                new RuleTable(stem(file), subject, policy, map.text("description")), file, map.place());
    }

    private static HitPolicy policy(String text) {
        return Arrays.stream(HitPolicy.values())
                .filter(policy -> policy.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The policy (" + text + ") must be FIRST or ALL."));
    }

    List<DeclaredLogic> logic() {
        return logic;
    }

    private static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    private <T> T parse(Place place, String text, Function<String, T> parser, T standIn) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(place, String.valueOf(e.getMessage()));
            return standIn;
        }
    }
}
