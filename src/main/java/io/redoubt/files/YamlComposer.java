package io.redoubt.files;

import static io.redoubt.files.Problems.shown;

import io.redoubt.shared.Place;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.Composer;
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
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Turns YAML text into its tree. A repeated key is refused, since one of the two would be lost, and so is a merge key.
 * No object is ever constructed: the tree keeps the text and its places.
 */
final class YamlComposer {
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
        YamlEvents events = new YamlEvents(file, problems);
        try {
            LoaderOptions options = options();
            return events.areAllowed(new Yaml(new SafeConstructor(options)).parse(new StringReader(text)))
                    ? Optional.of(new Composer(events.again(), new Resolver(), options).getSingleNode())
                            .filter(this::isAllowed)
                    : Optional.empty();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            problems.add(place(mark), "The YAML (" + shown(String.valueOf(e.getProblem())) + ") must be well-formed.");
        } catch (YAMLException | IllegalArgumentException e) {
            // The library answers a few malformed escapes and tags with the latter.
            problems.add(
                    events.reached(), "The YAML must be well-formed from here on.\nMaybe look for a stray \\ or !.");
        }
        return Optional.empty();
    }

    Place place(@Nullable Mark mark) {
        return mark == null ? Place.of(file) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(YamlEvents.DEEPEST);
        options.setCodePointLimit(TextFile.MAX_BYTES);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        options.setMergeOnCompose(false);
        return options;
    }

    private boolean isAllowed(Node node) {
        boolean allowed = true;
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                allowed &= isAllowed(item);
            }
        } else if (node instanceof MappingNode map) {
            Set<String> keys = new HashSet<>();
            for (NodeTuple entry : map.getValue()) {
                allowed &= isAllowedKey(entry.getKeyNode(), keys);
                allowed &= isAllowed(entry.getValueNode());
            }
        }
        return allowed;
    }

    /** A repeated key is a problem too, but the map can still be read with the first one. */
    private boolean isAllowedKey(Node key, Set<String> earlier) {
        if (!(key instanceof ScalarNode scalar)) {
            problems.add(place(key.getStartMark()), "The key must be a single word, not a list or a map.");
            return false;
        }
        String name = shown(scalar.getValue());
        if (Tag.MERGE.equals(key.getTag())) {
            problems.add(place(key.getStartMark()), "The key (" + name + ") must not be used.\nMaybe repeat the keys.");
            return false;
        }
        if (!earlier.add(scalar.getValue())) {
            problems.add(
                    place(key.getStartMark()),
                    "The key (" + name + ") must stand only once.\nMaybe remove one of them.");
        }
        return true;
    }
}
