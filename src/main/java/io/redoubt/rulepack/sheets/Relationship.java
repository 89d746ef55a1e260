package io.redoubt.rulepack.sheets;

import io.redoubt.shared.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * One part of a workbook naming another.
 *
 * @param kind the last word of its type, such as {@code worksheet}
 * @param target name of the other part; for an external one as it is written
 * @param external whether it leads out of the file
 */
record Relationship(String id, String kind, String target, boolean external) {
    private static final int MAX_RELATIONSHIPS = 10_000;

    /** What a part names; nothing where it has no list of relationships. */
    static List<Relationship> of(ZipParts parts, String file, String source) throws Refused {
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        return listed(parts, file, folder + "_rels/" + source.substring(folder.length()) + ".rels");
    }

    /** What a list of relationships holds. */
    static List<Relationship> listed(ZipParts parts, String file, String list) throws Refused {
        List<Relationship> found = new ArrayList<>();
        if (!parts.names().contains(list.toLowerCase(Locale.ROOT))) {
            return found;
        }
        String folder = list.substring(0, list.lastIndexOf("_rels/"));
        XmlPart xml = XmlPart.open(parts, file, list, XmlRoot.RELATIONSHIPS);
        while (xml.nextStart()) {
            if (found.size() == MAX_RELATIONSHIPS) {
                throw new Refused(
                        Place.of(file), "The workbook must hold at most " + MAX_RELATIONSHIPS + " links in a sheet.");
            }
            if (xml.is("Relationship")) {
                String type = xml.attribute("Type");
                boolean external = xml.attribute("TargetMode").equals("External");
                String target = xml.attribute("Target");
                found.add(new Relationship(
                        xml.attribute("Id"),
                        type.substring(type.lastIndexOf('/') + 1),
                        external ? target : resolved(folder, target),
                        external));
            }
        }
        return found;
    }

    /** The name of a part that is written as an address relative to a folder. */
    private static String resolved(String folder, String target) {
        Deque<String> steps = new ArrayDeque<>();
        String path = target.startsWith("/") ? target : folder + target;
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
