package io.redoubt.rulepack.sheets;

import static io.redoubt.files.Problems.shown;

import io.redoubt.shared.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sheets of a workbook of ours. A sheet of another name is refused, and so is a hidden one: rows in it would be left
 * out without a word.
 *
 * @param workbook name of the part that lists the sheets
 * @param parts name of the part of each sheet by the sheet's name
 */
record SheetNames(String workbook, Map<String, String> parts) {
    /** The sheet of the rules. */
    static final String RULES = "Rules";

    /** The sheet that explains; it is written for people and not read. */
    static final String NOTES = "Notes";

    /** The hidden sheet of long lists for drop-downs; not read either. */
    static final String LISTS = "Lists";

    private static final ExpectedSheets OURS = new ExpectedSheets(RULES, Set.of(NOTES, LISTS), LISTS, false);

    static SheetNames of(ZipParts zip, String file) throws Refused {
        return of(zip, file, OURS);
    }

    static SheetNames of(ZipParts zip, String file, ExpectedSheets expected) throws Refused {
        String workbook = Relationship.listed(zip, file, "_rels/.rels").stream()
                .filter(found -> found.kind().equals("officeDocument"))
                .map(Relationship::target)
                .findFirst()
                .orElseThrow(() -> ZipParts.damaged(file));
        Map<String, Relationship> related = Relationship.of(zip, file, workbook).stream()
                .collect(Collectors.toMap(Relationship::id, found -> found, (first, second) -> first));
        Map<String, String> sheets = new HashMap<>();
        XmlPart xml = XmlPart.open(zip, file, workbook, XmlRoot.WORKBOOK);
        while (xml.nextStart()) {
            if (xml.is("externalReference")) {
                throw new Refused(Place.of(file), "The workbook must not hold a link to another file.");
            }
            if (xml.is("sheet")) {
                add(xml, related, sheets, new Sought(file, expected));
            }
        }
        if (!sheets.containsKey(expected.main())) {
            throw new Refused(
                    Place.of(file),
                    "The workbook must have the sheet " + shown(expected.main())
                            + ".\nMaybe take the workbook that was downloaded, and fill that in.");
        }
        return new SheetNames(workbook, Map.copyOf(sheets));
    }

    /** What is looked for in which file. */
    private record Sought(String file, ExpectedSheets expected) {}

    private static void add(XmlPart xml, Map<String, Relationship> related, Map<String, String> sheets, Sought sought)
            throws Refused {
        String name = xml.attribute("name");
        String file = sought.file();
        ExpectedSheets expected = sought.expected();
        if (!expected.isKnown(name)) {
            if (expected.foreign()) {
                return;
            }
            throw new Refused(
                    Place.of(file),
                    "The sheet (" + shown(name) + ") must be one of " + expected.main() + ", " + NOTES
                            + ".\nMaybe move its rows to the sheet " + expected.main() + ", and delete it.");
        }
        boolean visible = Set.of("", "visible").contains(xml.attribute("state"));
        if (!visible && !name.equals(expected.hidden())) {
            throw new Refused(Place.of(file), "The sheet (" + name + ") must not be hidden.");
        }
        Relationship target = related.get(xml.relationship());
        if (target == null || !target.kind().equals("worksheet") || sheets.containsValue(target.target())) {
            throw ZipParts.damaged(file);
        }
        if (sheets.put(name, target.target()) != null) {
            throw new Refused(Place.of(file), "The sheet (" + name + ") must be in the workbook once.");
        }
    }

    /** The part of the sheet of the rules. */
    String rules() {
        return parts.getOrDefault(RULES, "");
    }

    /** The part that the workbook names for a purpose, such as its styles; empty where it has none. */
    String part(ZipParts zip, String file, String kind) throws Refused {
        List<Relationship> related = Relationship.of(zip, file, workbook);
        return related.stream()
                .filter(found -> found.kind().equals(kind))
                .map(Relationship::target)
                .findFirst()
                .orElse("");
    }
}
