package io.redoubt.policy;

import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.files.PackFiles;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in force, read once for many drafts, since it changes far less often than they do. */
final class KeptBase {
    private final Methodology known;
    private @Nullable Map<Subject, PackFiles> files;
    private @Nullable Methodology kept;

    KeptBase(Methodology known) {
        this.known = known;
    }

    /** @param inForce texts; what is not named is as in the folders */
    Methodology of(Map<Subject, PackFiles> inForce) throws PackException {
        Methodology base = kept;
        if (base == null || !inForce.equals(files)) {
            base = known.with(inForce);
            kept = base;
            files = inForce;
        }
        return base;
    }
}
