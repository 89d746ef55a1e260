package io.redoubt.files;

import static io.redoubt.files.Problems.shown;

import io.redoubt.shared.Place;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns YAML text into its tree and decides which YAML is allowed: one document of maps, lists and scalars. Anchors,
 * aliases, merge keys and tags are refused, since a reader of the file could not see what it says, and since a few
 * bytes of them can grow without bound; a repeated key is refused, since one of the two would be lost. No object is
 * ever constructed: the tree keeps the text and its places.
 */
final class YamlComposer {
    private static final int DEEPEST = 32;
    private static final Set<Tag> PLAIN =
            Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP);

    private final String file;
    private final Problems problems;

    YamlComposer(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The tree; nothing where the text can't be read at all. */
    Optional<Node> compose(String text) {
        if (!PlainText.isAccepted(file, text, problems)) {
            return Optional.empty();
        }
        try {
            return single(parser().composeAll(new StringReader(text)).iterator())
                    .filter(this::isAllowed);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            problems.add(place(mark), "The text must be well-formed YAML: " + shown(e.getProblem()) + ".");
        } catch (YAMLException e) {
            problems.add(
                    Place.of(file),
                    "The text must be YAML nested at most " + DEEPEST + " deep.\nMaybe close a bracket further up.");
        }
        return Optional.empty();
    }

    Place place(@Nullable Mark mark) {
        return mark == null ? Place.of(file) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Yaml parser() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(TextFile.MAX_BYTES);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        options.setMergeOnCompose(false);
        return new Yaml(new SafeConstructor(options));
    }

    private Optional<Node> single(Iterator<Node> documents) {
        if (!documents.hasNext()) {
            problems.add(Place.of(file, 1), "The file (" + shown(file) + ") must not be empty.");
            return Optional.empty();
        }
        Node first = documents.next();
        if (documents.hasNext()) {
            problems.add(
                    place(documents.next().getStartMark()),
                    "The file (" + shown(file) + ") must hold one YAML document.\nMaybe remove the line ---.");
            return Optional.empty();
        }
        return Optional.of(first);
    }

    /** Whether the tree may be walked; an anchor may lead back to itself, so its inside is not looked at. */
    private boolean isAllowed(Node node) {
        if (node.getAnchor() != null) {
            problems.add(
                    place(node.getStartMark()),
                    "The anchor (" + shown(node.getAnchor()) + ") must not be used.\nMaybe repeat what it stands for.");
            return false;
        }
        if (!PLAIN.contains(node.getTag())) {
            problems.add(
                    place(node.getStartMark()),
                    "The tag (" + shown(node.getTag().getValue())
                            + ") must not be used.\nMaybe put the value in quotes.");
            return false;
        }
        boolean allowed = true;
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                allowed &= isAllowed(item);
            }
        } else if (node instanceof MappingNode map) {
            allowed = isAllowedMap(map);
        }
        return allowed;
    }

    private boolean isAllowedMap(MappingNode map) {
        boolean allowed = true;
        Set<String> keys = new HashSet<>();
        for (NodeTuple entry : map.getValue()) {
            Node key = entry.getKeyNode();
            Place place = place(key.getStartMark());
            if (!isAllowed(key)) {
                allowed = false;
            } else if (!(key instanceof ScalarNode scalar)) {
                problems.add(place, "The key must be a single word, not a list or a map.");
                allowed = false;
            } else if (!keys.add(scalar.getValue())) {
                problems.add(
                        place,
                        "The key (" + shown(scalar.getValue()) + ") must stand only once.\nMaybe remove one of them.");
            }
            allowed &= isAllowed(entry.getValueNode());
        }
        return allowed;
    }
}
