package io.redoubt.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.files.PackFiles;
import java.io.EOFException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The inside of the process in which packs are checked: one request after the other until its parent is gone. It knows
 * country facts and questions, and neither a database nor a secret.
 */
public final class CheckWorker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Methodology known;
    private @Nullable PackFiles baseFiles;
    private @Nullable Methodology base;

    public CheckWorker(Methodology known) {
        this.known = known;
    }

    /**
     * A pack to check.
     *
     * @param files texts by path
     * @param base texts of the version that it would replace; null where it owes nothing to any
     * @param today as ISO 8601
     */
    record Request(
            SortedMap<String, String> files, @Nullable SortedMap<String, String> base, String today) {}

    /** Answers until the other end closes; both sides speak JSON. */
    public void serve(Messages service) throws IOException {
        while (true) {
            try {
                service.send(JSON.writeValueAsBytes(answer(JSON.readValue(service.next(), Request.class))));
            } catch (EOFException e) {
                return;
            }
        }
    }

    private CheckedPack answer(Request request) {
        try {
            Methodology written = known.with(new PackFiles(request.files()));
            return CheckedPack.of(
                    written.pack(), PackCheck.of(written, base(request), LocalDate.parse(request.today())));
        } catch (PackException e) {
            return CheckedPack.unreadable(e.problems());
        }
    }

    /** Read once for many drafts. */
    private Optional<Methodology> base(Request request) throws PackException {
        if (request.base() == null) {
            return Optional.empty();
        }
        PackFiles files = new PackFiles(request.base());
        if (!files.equals(baseFiles)) {
            base = known.with(files);
            baseFiles = files;
        }
        return Optional.ofNullable(base);
    }
}
