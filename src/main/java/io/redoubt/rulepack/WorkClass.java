package io.redoubt.rulepack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A class of work that a supplier is cleared for or not: how sensitive, and doing what. */
public record WorkClass(Sensitivity sensitivity, Activity activity) implements Comparable<WorkClass> {
    /** How much harm a leak does; each level includes what the lower ones ask for. */
    public enum Sensitivity {
        STANDARD,
        CONFIDENTIAL,
        CRITICAL
    }

    /** What the supplier does with the protected information. */
    public enum Activity {
        PCB_FABRICATION,
        ASSEMBLY,
        FIRMWARE_DEVELOPMENT,
        KEY_PROVISIONING,
        TESTING
    }

    private static final String ANY = "*";

    /** Every class there is, most sensitive last. */
    public static List<WorkClass> all() {
        return matching("*/*");
    }

    /**
     * The classes that a pattern such as {@code CRITICAL/*} or {@code CONFIDENTIAL+/ASSEMBLY} names; {@code +} includes
     * everything more sensitive.
     *
     * @throws IllegalArgumentException if the pattern names nothing
     */
    public static List<WorkClass> matching(String pattern) {
        String[] parts = pattern.split("/", -1);
        if (parts.length != 2) {
            throw unknown(pattern);
        }
        List<WorkClass> found = new ArrayList<>();
        for (Sensitivity sensitivity : Sensitivity.values()) {
            for (Activity activity : Activity.values()) {
                if (matches(parts[0], sensitivity) && (parts[1].equals(ANY) || parts[1].equals(activity.name()))) {
                    found.add(new WorkClass(sensitivity, activity));
                }
            }
        }
        if (found.isEmpty()) {
            throw unknown(pattern);
        }
        return List.copyOf(found);
    }

    private static boolean matches(String pattern, Sensitivity sensitivity) {
        if (pattern.endsWith("+")) {
            String least = pattern.substring(0, pattern.length() - 1);
            return Arrays.stream(Sensitivity.values())
                    .anyMatch(s -> s.name().equals(least) && s.compareTo(sensitivity) <= 0);
        }
        return pattern.equals(ANY) || pattern.equals(sensitivity.name());
    }

    private static IllegalArgumentException unknown(String pattern) {
        return new IllegalArgumentException(
                "The work class (" + pattern + ") must be SENSITIVITY/ACTIVITY, each a name or"
                        + " *, with the sensitivities " + names(Sensitivity.values()) + " and the activities "
                        + names(Activity.values()) + ".\nMaybe write CONFIDENTIAL+/* for confidential work and above.");
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }

    @Override
    public int compareTo(WorkClass other) {
        int bySensitivity = sensitivity.compareTo(other.sensitivity);
        return bySensitivity != 0 ? bySensitivity : activity.compareTo(other.activity);
    }

    @Override
    public String toString() {
        return sensitivity + "/" + activity;
    }
}
