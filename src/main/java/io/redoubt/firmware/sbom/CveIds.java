package io.redoubt.firmware.sbom;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of several names of a vulnerability is the one that catalogues know. */
final class CveIds {
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");
    /** Longer than any catalogue's; what is longer is no id, and cut ids would be taken for each other. */
    static final int LONGEST = 100;

    private CveIds() {}

    /** The first CVE id, or else the first name; empty where there is none. */
    static String preferred(List<String> names) {
        for (String name : names) {
            Matcher found = CVE.matcher(name.toUpperCase(Locale.ROOT));
            if (found.find()) {
                return found.group();
            }
        }
        return names.stream()
                .flatMap(name -> Said.text(name).stream())
                .findFirst()
                .orElse("");
    }
}
