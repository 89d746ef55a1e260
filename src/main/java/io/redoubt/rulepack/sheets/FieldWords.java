package io.redoubt.rulepack.sheets;

import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of kinds of facts and of their fields as somebody writes them in a letter. */
final class FieldWords {
    private static final Map<String, String> ANSWER = Map.of(
            "question",
            "Question",
            "value",
            "Answer",
            "amount",
            "Amount answered",
            "verification",
            "Proof of the answer");
    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("iso27001", "ISO/IEC 27001"),
            Map.entry("iec62443_4_1", "IEC 62443-4-1"),
            Map.entry("iec62443_4_2", "IEC 62443-4-2"),
            Map.entry("iec62443_3_3", "IEC 62443-3-3"),
            Map.entry("iec62443_3_3_audit", "IEC 62443-3-3 audit"),
            Map.entry("us", "US"),
            Map.entry("wgi", "WGI"),
            Map.entry("fatf", "FATF"),
            Map.entry("sbom", "SBOM"),
            Map.entry("tee", "TEE"),
            Map.entry("pcb", "PCB"),
            Map.entry("gdpr", "GDPR"),
            Map.entry("trips", "TRIPS"),
            Map.entry("pct", "PCT"),
            Map.entry("wct", "WCT"));

    private FieldWords() {}

    /** A field with the kind of fact it belongs to; those of an answer speak for themselves. */
    static String of(FactField field) {
        String answer = field.owner() == FactType.ANSWER ? ANSWER.get(field.name()) : null;
        return answer == null ? spaced(field.owner().label()) + ": " + spelled(field.name()) : answer;
    }

    /** {@code FirmwareRelease} in two words. */
    static String spaced(String label) {
        String words = label.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return label.charAt(0) + words.substring(1);
    }

    private static String spelled(String name) {
        String whole = SPELLED.get(name);
        return whole != null
                ? whole
                : Arrays.stream(name.split("_", -1))
                        .map(word -> SPELLED.getOrDefault(word, word))
                        .collect(Collectors.joining(" "));
    }
}
