package io.redoubt.rulepack.sheets;

import static io.redoubt.files.Problems.shown;

import io.redoubt.shared.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a workbook may carry beside its sheets. Whatever runs, fetches or computes is refused by the name of its
 * part, by its content type and by the relationship that leads to it, since each of the three alone may be made up.
 * Pictures, comments and themes are let pass and never read. So is a hyperlink: it does nothing until somebody clicks
 * it, spreadsheets make one of every address that is typed, and only the text of its cell counts.
 */
record ContentGate(ZipParts parts, String file) {
    private static final Map<String, String> BANNED = Map.of(
            "vba", "a macro",
            "macro", "a macro",
            "activex", "a control",
            "ctrlprop", "a control",
            "externallink", "a link to another file",
            "connection", "a connection to data elsewhere",
            "querytable", "a connection to data elsewhere",
            "embedding", "an embedded file",
            "oleobject", "an embedded file",
            "dialogsheet", "a dialog");
    private static final Set<String> BANNED_KINDS = Set.of("control", "package", "attachedToolbars", "chartsheet");
    private static final String FOLDER = "_rels/";
    private static final String RELATIONSHIPS = ".rels";

    void check() throws Refused {
        for (String name : parts.names()) {
            refuse(name, name);
        }
        checkTypes();
        for (String name : parts.names()) {
            if (name.contains(FOLDER) && name.endsWith(RELATIONSHIPS)) {
                checkRelationships(Relationship.listed(parts, file, name));
            }
        }
    }

    private void checkTypes() throws Refused {
        XmlPart types = XmlPart.open(parts, file, "[Content_Types].xml", XmlRoot.TYPES);
        while (types.nextStart()) {
            String part = types.attribute(types.is("Override") ? "PartName" : "Extension");
            refuse(types.attribute("ContentType"), part);
        }
    }

    private void checkRelationships(List<Relationship> found) throws Refused {
        for (Relationship relationship : found) {
            refuse(relationship.kind(), relationship.target());
            boolean banned = BANNED_KINDS.contains(relationship.kind());
            if (banned || (relationship.external() && !relationship.kind().equals("hyperlink"))) {
                throw refused(banned ? "an embedded object" : "a link to another file", relationship.target());
            }
        }
    }

    private void refuse(String told, String part) throws Refused {
        String lower = told.toLowerCase(Locale.ROOT);
        Optional<String> thing = BANNED.entrySet().stream()
                .filter(banned -> lower.contains(banned.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
        if (thing.isPresent()) {
            throw refused(thing.get(), part);
        }
    }

    private Refused refused(String thing, String part) {
        return new Refused(
                Place.of(file),
                "The workbook must not hold " + thing + " (" + shown(part)
                        + ").\nMaybe copy the rows into the workbook that was downloaded.");
    }
}
