package io.redoubt.web;

import io.redoubt.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Versions of things as entity tags: whoever updates says what they have seen. */
public final class Versions {
    private Versions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses an update that names no version, or one that is no longer current. */
    public static void check(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemType.PRECONDITION_REQUIRED.because("Send If-Match with the ETag of what you have read.");
        }
        if (!ifMatch.strip().replace("\"", "").equals(Long.toString(current))) {
            throw ProblemType.STALE.because("The version (" + ifMatch.strip() + ") must be the current one ("
                    + tag(current) + ").\nMaybe read it again and repeat the change.");
        }
    }
}
