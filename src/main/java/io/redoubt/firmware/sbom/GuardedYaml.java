package io.redoubt.firmware.sbom;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;

/** Looks through the events of YAML before anything is built: no anchors, which a few bytes can grow without bound with. */
final class GuardedYaml {
    private GuardedYaml() {}

    static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(Limits.DEPTH);
        options.setCodePointLimit(Limits.BYTES);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    static void check(String text) throws UnreadableException {
        int depth = 0;
        int tokens = 0;
        try {
            for (Event event : new Yaml(new SafeConstructor(options())).parse(new StringReader(text))) {
                Limits.requireTokens(++tokens);
                depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
                Limits.requireDepth(depth);
                if (event instanceof NodeEvent node && node.getAnchor() != null) {
                    throw new UnreadableException(
                            "The YAML must use no anchors and no aliases.\nMaybe repeat what they stand for.");
                }
            }
        } catch (YAMLException | IllegalArgumentException e) {
            throw new UnreadableException("The file must be well-formed YAML.\nMaybe look at its indentation.");
        }
    }
}
