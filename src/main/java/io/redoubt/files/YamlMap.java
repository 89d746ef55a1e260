package io.redoubt.files;

import static io.redoubt.files.Problems.shown;

import io.redoubt.shared.Place;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML map with typed access by key. A plain accessor demands the key: where it is missing or of another type the
 * problem is added and a stand-in answered (empty text, zero, the first day of 1970), never to be used while there are
 * problems. An {@code optional…} accessor answers nothing where the key is missing or empty.
 */
public final class YamlMap {
    private final MappingNode node;
    private final YamlComposer composer;
    private final Problems problems;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    YamlMap(MappingNode node, YamlComposer composer, Problems problems) {
        this.node = node;
        this.composer = composer;
        this.problems = problems;
        for (NodeTuple entry : node.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                entries.putIfAbsent(key.getValue(), entry);
            }
        }
    }

    /** @param at what stands where a map should, so that whoever asks for a place still gets one */
    static YamlMap silent(Node at, YamlComposer composer) {
        return new YamlMap(
                new MappingNode(Tag.MAP, true, List.of(), at.getStartMark(), at.getEndMark(), FlowStyle.BLOCK),
                composer,
                new Problems());
    }

    public Place place() {
        return composer.place(node.getStartMark());
    }

    /** Where the key stands; the map's place where it doesn't. */
    public Place place(String key) {
        NodeTuple entry = entries.get(key);
        return entry == null ? place() : composer.place(entry.getKeyNode().getStartMark());
    }

    /** The keys in the order of the file. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Refuses every other key. */
    public void allow(Set<String> allowed) {
        for (String key : entries.keySet()) {
            if (!allowed.contains(key)) {
                String known = String.join(", ", new TreeSet<>(allowed));
                problems.add(place(key), "The key (" + shown(key) + ") must be one of " + known + ".");
            }
        }
    }

    /** The key's value, perhaps empty; silent where the key is missing, which is a problem. */
    public YamlNode get(String key) {
        NodeTuple entry = entries.get(key);
        if (entry == null) {
            problems.add(place(), "The key (" + shown(key) + ") must be present.");
            return YamlNode.silent(node, composer);
        }
        return new YamlNode(entry.getValueNode(), key, composer, problems);
    }

    /** The key's value; nothing where the key is missing or its value empty. */
    public Optional<YamlNode> optional(String key) {
        return has(key) ? Optional.of(get(key)).filter(value -> !value.isNull()) : Optional.empty();
    }

    public String text(String key) {
        return get(key).scalar().text().orElse("");
    }

    public Optional<String> optionalText(String key) {
        return optional(key).map(value -> value.scalar().raw());
    }

    public LocalDate date(String key) {
        return get(key).scalar().date().orElse(LocalDate.EPOCH);
    }

    public Optional<LocalDate> optionalDate(String key) {
        return optional(key).flatMap(value -> value.scalar().date());
    }

    public int integer(String key) {
        return get(key).scalar().integer().orElse(0);
    }

    /** A plain decimal as written. */
    public String decimal(String key) {
        return get(key).scalar().decimal().orElse("0");
    }

    public boolean flag(String key) {
        return get(key).scalar().flag().orElse(false);
    }

    public YamlMap map(String key, String... allowed) {
        return get(key).map(allowed);
    }

    public List<YamlNode> list(String key) {
        return get(key).items();
    }

    /** The items of a list that may be missing. */
    public List<YamlNode> optionalList(String key) {
        return optional(key).map(YamlNode::items).orElse(List.of());
    }
}
