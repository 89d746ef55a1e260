package io.redoubt.files;

import static io.redoubt.files.Problems.shown;

import io.redoubt.shared.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Decides, before anything is built, which YAML is allowed: one document of maps, lists and scalars, not nested deeper
 * than {@value #DEEPEST}. Anchors, aliases and foreign tags are refused, since a reader of the file could not see what
 * it says, and since a few bytes of them can grow without bound; so is the tag that makes nothing of a value.
 */
final class YamlEvents {
    static final int DEEPEST = 32;

    private static final String STANDARD = "tag:yaml.org,2002:";
    private static final Set<String> STANDARD_TAGS = Set.of("map", "seq", "str", "int", "float", "bool", "timestamp");

    private final String file;
    private final Problems problems;
    private final Deque<Event> kept = new ArrayDeque<>();
    private Place reached;
    private int documents;
    private int depth;

    YamlEvents(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.reached = Place.of(file);
    }

    /** How far reading came: where the last event begins. */
    Place reached() {
        return reached;
    }

    /** Whether a tree may be built of the events; all that is wrong with them is added, up to a nesting too deep. */
    boolean areAllowed(Iterable<Event> events) {
        boolean allowed = true;
        for (Event event : events) {
            reached = new Place(
                    file,
                    event.getStartMark().getLine() + 1,
                    event.getStartMark().getColumn() + 1);
            allowed &= isAllowed(event);
            if (allowed) {
                kept.add(event);
            }
            if (depth > DEEPEST) {
                break;
            }
        }
        if (documents == 0) {
            problems.add(Place.of(file, 1), "The file (" + shown(file) + ") must not be empty.");
        }
        return allowed && documents == 1;
    }

    /** The allowed events, once: to read a text a second time would take as long as everything else. */
    Parser again() {
        return new KeptEvents(kept);
    }

    private boolean isAllowed(Event event) {
        if (event instanceof DocumentStartEvent && ++documents == 2) {
            return refuse("The file (" + shown(file) + ") must hold one YAML document.\nMaybe remove the line ---.");
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
            return refuse("The text must be nested at most " + DEEPEST + " deep.\nMaybe close a bracket further up.");
        }
        return !(event instanceof NodeEvent node) || isPlain(node);
    }

    private boolean isPlain(NodeEvent node) {
        if (node.getAnchor() != null) {
            String kind = node instanceof AliasEvent ? "alias" : "anchor";
            return refuse("The " + kind + " (" + shown(node.getAnchor())
                    + ") must not be used.\nMaybe repeat what it stands for.");
        }
        if (node instanceof ScalarEvent scalar
                && PlainText.forbidden(scalar.getValue()).isPresent()) {
            return refuse("The value (" + shown(scalar.getValue())
                    + ") must not hold control characters.\nMaybe look for an escape such as \\0 or \\x1b.");
        }
        String tag = tag(node);
        if (tag == null || (tag.startsWith(STANDARD) && STANDARD_TAGS.contains(tag.substring(STANDARD.length())))) {
            return true;
        }
        return refuse("The tag (" + shown(tag) + ") must not be used.\nMaybe put the value in quotes.");
    }

    private static @Nullable String tag(NodeEvent node) {
        return node instanceof ScalarEvent scalar
                ? scalar.getTag()
                : node instanceof CollectionStartEvent start ? start.getTag() : null;
    }

    private boolean refuse(String message) {
        problems.add(reached, message);
        return false;
    }
}
