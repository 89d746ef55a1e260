package io.redoubt.files;

import static io.redoubt.files.Problems.shown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.shared.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file with its place. Asking for another kind than it is adds a problem and answers something
 * empty; what is below something that was already refused stays silent, so that one mistake is reported once.
 */
public final class YamlNode {
    private final Node node;
    private final String name;
    private final YamlComposer composer;
    private final Problems problems;

    YamlNode(Node node, String name, YamlComposer composer, Problems problems) {
        this.node = node;
        this.name = name;
        this.composer = composer;
        this.problems = problems;
    }

    /** Reads a file's text; everything below a text that can't be read is silent and empty. */
    public static YamlNode of(String file, String text, Problems problems) {
        YamlComposer composer = new YamlComposer(file, problems);
        Optional<Node> root = composer.compose(PlainText.withoutByteOrderMark(text));
        return root.map(node -> new YamlNode(node, "document", composer, problems))
                .orElseGet(() -> new YamlNode(nothing(), "document", composer, new Problems()));
    }

    public Place place() {
        return composer.place(node.getStartMark());
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether it holds nothing: an empty value, {@code ~} or {@code null}. */
    public boolean isNull() {
        return Tag.NULL.equals(node.getTag());
    }

    /** A map in which no other keys may stand. */
    public YamlMap map(String... allowed) {
        YamlMap map = openMap();
        map.allow(Set.of(allowed));
        return map;
    }

    /** A map whose keys the author chooses, or that the caller checks. */
    public YamlMap openMap() {
        if (node instanceof MappingNode map) {
            return new YamlMap(map, composer, problems);
        }
        refuse("be a map of keys and values.");
        return YamlMap.silent(node, composer);
    }

    /** The items of a list. */
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode list)) {
            refuse("be a list.");
            return List.of();
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(new YamlNode(item, name, composer, problems));
        }
        return List.copyOf(items);
    }

    /** The items of a list of words or numbers. */
    public List<Scalar> scalars() {
        return items().stream().map(YamlNode::scalar).toList();
    }

    /** A single word, number or sentence. */
    public Scalar scalar() {
        if (node instanceof ScalarNode scalar) {
            return new Scalar(place(), name, isNull() ? "" : scalar.getValue(), problems);
        }
        refuse("be a single value, not a list or a map.");
        return new Scalar(place(), name, "", new Problems());
    }

    /** The same value as a JSON tree; dates become text. */
    public JsonNode json() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (node instanceof SequenceNode) {
            ArrayNode array = json.arrayNode();
            items().forEach(item -> array.add(item.json()));
            return array;
        }
        if (node instanceof MappingNode map) {
            ObjectNode object = json.objectNode();
            YamlMap entries = new YamlMap(map, composer, problems);
            entries.keys().forEach(key -> object.set(key, entries.get(key).json()));
            return object;
        }
        String text = scalar().raw();
        if (Tag.BOOL.equals(node.getTag()) && (text.equals("true") || text.equals("false"))) {
            return json.booleanNode(text.equals("true"));
        }
        boolean number = Tag.INT.equals(node.getTag()) || Tag.FLOAT.equals(node.getTag());
        if (number && text.matches("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?")) {
            return json.numberNode(new BigDecimal(text));
        }
        return isNull() ? json.nullNode() : json.textNode(text);
    }

    /**
     * What stands in for a value that is missing: empty, and silent.
     *
     * @param map that lacks it, which is its place
     */
    static YamlNode silent(Node map, YamlComposer composer) {
        Node nothing = new ScalarNode(Tag.NULL, "", map.getStartMark(), map.getEndMark(), ScalarStyle.PLAIN);
        return new YamlNode(nothing, "", composer, new Problems());
    }

    static Node nothing() {
        return new ScalarNode(Tag.NULL, "", null, null, ScalarStyle.PLAIN);
    }

    private void refuse(String rule) {
        String value = node instanceof ScalarNode scalar ? " (" + shown(scalar.getValue()) + ")" : "";
        problems.add(place(), "The " + shown(name) + value + " must " + rule);
    }
}
