package io.redoubt.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.redoubt.policy.WorkerProcess.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** A process that rates suppliers under a draft and under what is in force, for the time of one preview. */
public final class PreviewProcess implements AutoCloseable {
    private static final byte[] END = {};

    private final ObjectMapper json;
    private final Workers workers;
    private final UUID attempt;
    private final WorkerProcess process;
    private final PreviewWorker.Started started;
    private boolean over;

    /** The preview can't go on, for a reason to be told. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** Another try has taken over, which this one must not disturb. */
    public static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Superseded() {
            super("Another try of the preview is at work.");
        }
    }

    /** @param attempt which try of the preview it works for */
    PreviewProcess(ObjectMapper json, Workers workers, UUID attempt, PreviewWorker.Request request) {
        this.attempt = attempt;
        this.json = json;
        this.workers = workers;
        this.process = workers.take();
        try {
            byte[] answer = exchange(json.writeValueAsBytes(new Worker.Task(null, null, request)));
            this.started = json.readValue(answer, PreviewWorker.Started.class);
        } catch (IOException e) {
            process.close();
            throw new UncheckedIOException(e);
        }
        if (!started.problem().isEmpty()) {
            workers.giveBack(process);
            throw new Refused(started.problem());
        }
    }

    UUID attempt() {
        return attempt;
    }

    PreviewWorker.Started started() {
        return started;
    }

    /** The day that it rates for. */
    public LocalDate asOf() {
        return LocalDate.parse(started.asOf());
    }

    /**
     * Rates a chunk; what it comes to may be told with a later one.
     *
     * @param documents a JSON array
     * @return impacts that are known by now
     */
    ArrayNode rate(String documents) {
        return read(documents.getBytes(StandardCharsets.UTF_8)) instanceof ArrayNode impacts
                ? impacts
                : json.createArrayNode();
    }

    /** What all chunks came to, with the impacts that were not told yet. */
    JsonNode end() {
        JsonNode end = read(END);
        over = true;
        return end;
    }

    private JsonNode read(byte[] message) {
        try {
            return json.readTree(exchange(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] exchange(byte[] message) {
        try {
            return process.exchange(message);
        } catch (Ended e) {
            throw new Refused("The preview must be done within its limits; one step took " + e.getMessage() + ".");
        }
    }

    /** A preview that is not over leaves a process in the middle of it: that one ends. */
    @Override
    public void close() {
        if (over) {
            workers.giveBack(process);
        } else {
            process.close();
        }
    }
}
