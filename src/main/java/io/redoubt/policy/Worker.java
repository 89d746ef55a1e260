package io.redoubt.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.rulepack.PackException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a process that works for a service, one task after the other until the service is gone. It knows country
 * facts, lists and questions, and neither a database nor a secret. Both sides speak JSON.
 */
public final class Worker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Methodology known;
    private final CheckWorker checks;
    private final TableWorker tables;
    private final PreviewWorker previews;
    private volatile boolean asked;

    public Worker(Methodology known) {
        this.known = known;
        KeptBase base = new KeptBase(known);
        this.checks = new CheckWorker(base);
        this.tables = new TableWorker(base);
        this.previews = new PreviewWorker(base);
    }

    /** What is to be done: one of these. */
    record Task(
            CheckWorker.@Nullable Request check,
            TableWorker.@Nullable Request table,
            PreviewWorker.@Nullable Request preview) {}

    /** Works until the other end closes. */
    public void serve(Messages service) throws IOException {
        start("warm-up", this::warmUp);
        start("parent-watch", Worker::watchParent);
        try {
            while (true) {
                Task task = JSON.readValue(service.next(), Task.class);
                asked = true;
                if (task.check() != null) {
                    service.send(JSON.writeValueAsBytes(checks.answer(task.check())));
                } else if (task.table() != null) {
                    service.send(JSON.writeValueAsBytes(tables.answer(task.table())));
                } else if (task.preview() != null) {
                    previews.serve(task.preview(), service);
                }
            }
        } catch (EOFException e) {
            // nobody waits for more
        } catch (RuntimeException e) {
            // the service puts it in its log
            e.printStackTrace(System.err);
            throw e;
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Work whose service was killed is nobody's: it would run on for as long as an author's text makes it. */
    private static void watchParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            parent.onExit().join();
            Runtime.getRuntime().halt(1);
        });
    }

    /** A first check takes several times as long as a later one, as does a first preview: so the first is of what is known. */
    private void warmUp() {
        try {
            PackCheck.of(known, Optional.empty(), known.pack().header().effectiveFrom());
            PreviewWorker.warmUp(known, () -> !asked);
        } catch (PackException | RuntimeException e) {
            // the check of a draft will tell
        }
    }
}
