package io.redoubt.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.files.PackFiles;
import java.io.EOFException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inside of the process in which packs are checked: one request after the other until its parent is gone. It knows
 * country facts and questions, and neither a database nor a secret.
 */
public final class CheckWorker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Methodology known;
    private @Nullable Map<Subject, PackFiles> baseFiles;
    private @Nullable Methodology base;

    public CheckWorker(Methodology known) {
        this.known = known;
    }

    /**
     * A draft to check.
     *
     * @param draft what was written, by the one subject that it is of
     * @param base everything in force; what is not named is as in the folders
     * @param restores whether it comes back as it was, and owes nothing to what it replaces
     * @param today as ISO 8601
     */
    record Request(Map<Subject, PackFiles> draft, Map<Subject, PackFiles> base, boolean restores, String today) {}

    /** Answers until the other end closes; both sides speak JSON. */
    public void serve(Messages service) throws IOException {
        Thread warmUp = new Thread(this::warmUp, "warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
        while (true) {
            try {
                service.send(JSON.writeValueAsBytes(answer(JSON.readValue(service.next(), Request.class))));
            } catch (EOFException e) {
                return;
            }
        }
    }

    /** A first check takes several times as long as a later one: so the first is of what is known. */
    private void warmUp() {
        try {
            PackCheck.of(known, Optional.empty(), known.pack().header().effectiveFrom());
        } catch (PackException e) {
            // the check of a draft will tell
        }
    }

    private CheckedPack answer(Request request) {
        try {
            Methodology inForce = base(request);
            if (!request.draft().containsKey(Subject.RULES)) {
                return EditionCheck.of(inForce, request.draft(), request.restores());
            }
            Methodology written = inForce.with(request.draft());
            Optional<Methodology> before = request.restores() ? Optional.empty() : Optional.of(inForce);
            return CheckedPack.of(written.pack(), PackCheck.of(written, before, LocalDate.parse(request.today())));
        } catch (PackException e) {
            return CheckedPack.unreadable(e.problems());
        }
    }

    /** Read once for many drafts. */
    private Methodology base(Request request) throws PackException {
        Methodology kept = base;
        if (kept == null || !request.base().equals(baseFiles)) {
            kept = known.with(request.base());
            base = kept;
            baseFiles = request.base();
        }
        return kept;
    }
}
