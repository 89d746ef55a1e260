package io.redoubt.jurisdiction.files;

import io.redoubt.files.Problems;
import io.redoubt.files.Scalar;
import io.redoubt.files.SourceEntry;
import io.redoubt.files.Texts;
import io.redoubt.files.YamlMap;
import io.redoubt.files.YamlNode;
import io.redoubt.jurisdiction.Factor;
import io.redoubt.jurisdiction.Factor.Missing;
import io.redoubt.shared.Source;
import io.redoubt.shared.ValueType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code factor.yaml}: what the values mean, where they come from and what it means that a country is missing.
 * Every key is demanded: a value without its source, licence and completeness can't be defended.
 */
final class FactorFile {
    /** What {@code missing} says where absence means nothing; so no code may be called this. */
    private static final String UNKNOWN = "unknown";

    private final String id;
    private final Problems problems;

    FactorFile(String id, Problems problems) {
        this.id = id;
        this.problems = problems;
    }

    /** The factor; nothing where not even the type of its values is known. */
    Optional<Factor> read(Texts texts) {
        String file = id + "/factor.yaml";
        return texts.text(file, problems).flatMap(text -> {
            YamlNode document = YamlNode.of(file, text, problems);
            return factor(document.map("title", "description", "type", "favourable", "status", "missing", "source"));
        });
    }

    private Optional<Factor> factor(YamlMap yaml) {
        String title = yaml.text("title");
        String description = yaml.text("description");
        boolean high = yaml.get("favourable")
                .scalar()
                .oneOf(List.of("high", "low"))
                .filter("high"::equals)
                .isPresent();
        boolean confirmed = yaml.get("status")
                .scalar()
                .oneOf(List.of("confirmed", "provisional"))
                .filter("confirmed"::equals)
                .isPresent();
        Source source = SourceEntry.of(yaml);
        Optional<ValueType> found = type(yaml.get("type"));
        YamlNode missing = yaml.get("missing");
        return found.map(
                type -> new Factor(id, title, description, type, high, source, missing(missing, type), confirmed));
    }

    private static Missing missing(YamlNode node, ValueType type) {
        Scalar scalar = node.scalar();
        return scalar.raw().equals(UNKNOWN)
                ? new Missing.Unknown()
                : scalar.value(type).<Missing>map(Missing.Means::new).orElseGet(Missing.Unknown::new);
    }

    private Optional<ValueType> type(YamlNode node) {
        if (!node.isMap()) {
            return named(node.scalar());
        }
        YamlMap yaml = node.openMap();
        if (yaml.has("number")) {
            yaml.allow(Set.of("number"));
            return Optional.of(
                    new ValueType.Quantity(yaml.get("number").scalar().raw()));
        }
        yaml.allow(Set.of("codes", "ordered"));
        boolean ordered = yaml.flag("ordered");
        List<String> codes = codes(yaml.get("codes"));
        return codes.isEmpty() ? Optional.empty() : Optional.of(new ValueType.Codes(codes, ordered));
    }

    private static Optional<ValueType> named(Scalar name) {
        if (name.raw().equals("flag")) {
            return Optional.of(new ValueType.Flag());
        }
        name.refuse("be flag, {codes: [A, B], ordered: true} or {number: unit}.");
        return Optional.empty();
    }

    private List<String> codes(YamlNode list) {
        Set<String> codes = new LinkedHashSet<>();
        for (Scalar code : list.scalars()) {
            if (code.raw().equals(UNKNOWN)) {
                code.refuse("not be used as a code.\nMaybe leave such countries out.");
            } else if (code.text().isPresent() && !codes.add(code.raw())) {
                code.refuse("stand only once.");
            }
        }
        if (codes.isEmpty()) {
            problems.add(list.place(), "The codes must not be empty.\nMaybe write them as [LOW, HIGH].");
        }
        return List.copyOf(codes);
    }
}
