package io.redoubt.firmware.sbom;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field of a document says, if it says anything. */
final class Said {
    private static final Pattern NOTHING = Pattern.compile("(?i)|none|noassertion|unknown|n/a");
    private static final Pattern KIND = Pattern.compile("(?i)^(person|organi[sz]ation|tool)\\s*:\\s*");
    private static final Pattern MAIL = Pattern.compile("\\s*\\([^()]*\\)\\s*$");
    private static final int LONGEST = 500;

    private Said() {}

    /** The text, without control characters and cut to {@value #LONGEST} characters. */
    static Optional<String> text(@Nullable String text) {
        if (text == null || NOTHING.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        String plain = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
        return Optional.of(plain.substring(0, plain.offsetByCodePoints(0, Math.min(LONGEST, codePoints(plain)))));
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The name in {@code Organization: TianoCore (mail@example.com)}. */
    static Optional<String> party(@Nullable String text) {
        return text(text)
                .map(said -> MAIL.matcher(KIND.matcher(said).replaceFirst("")).replaceFirst(""))
                .flatMap(Said::text);
    }

    static boolean isTool(String creator) {
        return creator.strip().regionMatches(true, 0, "tool:", 0, "tool:".length());
    }

    static Optional<Instant> instant(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
