package io.redoubt.web;

import io.redoubt.problem.ProblemType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Versions of things as entity tags: whoever updates says what they have seen. */
public final class Versions {
    private Versions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses an update that names no version, or none that is still current. A weak tag names none. */
    public static void check(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemType.PRECONDITION_REQUIRED.because("Send If-Match with the ETag of what you have read.");
        }
        if (ifMatch.strip().equals("*")) {
            throw ProblemType.MALFORMED.because("The If-Match (*) must name the version that was read, such as "
                    + tag(current) + ", so that nobody's change is overwritten unseen.");
        }
        boolean seen = Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals(tag(current)) || tag.equals(Long.toString(current)));
        if (!seen) {
            throw ProblemType.STALE.because("The version (" + ifMatch.strip() + ") must be the current one ("
                    + tag(current) + ").\nMaybe read it again and repeat the change.");
        }
    }
}
