package io.redoubt.policy;

import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.checks.Finding;
import io.redoubt.rulepack.checks.Finding.Kind;
import io.redoubt.shared.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a version of a pack owes to the one before it, so that past outcomes can still be read beside it. */
public final class Succession {
    private static final String MANIFEST = "pack.yaml";
    private static final String CHANGELOG = "CHANGELOG.md";

    private Succession() {}

    /** Nothing where both are the same pack. */
    public static List<Finding> check(RulePack before, Methodology after) {
        RulePack pack = after.pack();
        List<Finding> found = new ArrayList<>();
        if (pack.hash().equals(before.hash())) {
            return found;
        }
        if (!pack.header().id().equals(before.header().id())) {
            found.add(about(
                    Kind.OTHER_PACK,
                    MANIFEST,
                    "The id (" + pack.header().id() + ") must stay "
                            + before.header().id() + ", as that of the version before."));
        }
        if (pack.header().version().equals(before.header().version())) {
            found.add(about(
                    Kind.SAME_VERSION,
                    MANIFEST,
                    "The version (" + pack.header().version() + ") must be another one than before, since the pack has"
                            + " changed."));
        }
        String changes = after.files().texts().getOrDefault(CHANGELOG, "");
        Pattern heading = Pattern.compile(
                "(?m)^#+ .*(?<![\\w.])" + Pattern.quote(pack.header().version()) + "(?![\\w]|\\.\\w)");
        if (!heading.matcher(changes).find()) {
            found.add(about(
                    Kind.NO_CHANGELOG,
                    CHANGELOG,
                    "The changes of version " + pack.header().version() + " must stand under a heading of their own.\n"
                            + "Maybe begin with \"## " + pack.header().version()
                            + "\" and say what changed, who is affected and why."));
        }
        Set<String> kept = pack.rules().stream().map(Rule::id).collect(Collectors.toSet());
        before.rules().stream()
                .filter(rule -> !kept.contains(rule.id()))
                .forEach(rule -> found.add(new Finding(
                        Kind.DELETED,
                        rule.id(),
                        Place.of(rule.place().file()),
                        "The rule (" + rule.id()
                                + ") must stay in the pack, since past outcomes name it.\nMaybe give it"
                                + " the status DEPRECATED.")));
        return found;
    }

    private static Finding about(Kind kind, String file, String message) {
        return new Finding(kind, "", Place.of(file), message);
    }
}
