package io.redoubt.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.problem.ProblemType;
import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Checks drafts, and turns their tables into workbooks and back, in a process of its own, with limits on time and memory,
 * without the service's environment: what an author wrote can end that process and nothing else.
 */
@ApplicationScoped
class DraftProcess {
    private static final int MOST_WAITING = 4;

    private final Semaphore turn = new Semaphore(1, true);
    private final ObjectMapper json;
    private final Workers workers;

    DraftProcess(ObjectMapper json, Workers workers) {
        this.json = json;
        this.workers = workers;
    }

    CheckedPack check(CheckWorker.Request request) {
        try {
            return inTurn(new Worker.Task(request, null, null), CheckedPack.class);
        } catch (WorkerProcess.Ended e) {
            return over(request, String.valueOf(e.getMessage()));
        }
    }

    /** Turns a table; what stands in the way is an answer of its own. */
    TableWorker.Answer table(TableWorker.Request request) {
        try {
            return inTurn(new Worker.Task(null, request, null), TableWorker.Answer.class);
        } catch (WorkerProcess.Ended e) {
            return TableWorker.Answer.problem(new Problem(
                    Place.of(request.table() + ".xlsx"),
                    "The table must be turned within its limits; it took " + e.getMessage() + "."));
        }
    }

    /** One task at a time, since more would share the processor; a few may wait. */
    private <T> T inTurn(Worker.Task task, Class<T> answer) throws WorkerProcess.Ended {
        if (turn.getQueueLength() >= MOST_WAITING) {
            throw ProblemType.UNAVAILABLE.because("Too many drafts are being checked.\nMaybe ask again in a moment.");
        }
        turn.acquireUninterruptibly();
        try {
            byte[] message = json.writeValueAsBytes(task);
            return json.readValue(exchanged(message), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.release();
        }
    }

    /** Somebody who kills the process once has killed no check. */
    private byte[] exchanged(byte[] message) throws WorkerProcess.Ended {
        try {
            return exchangedOnce(message);
        } catch (WorkerProcess.Killed e) {
            try {
                return exchangedOnce(message);
            } catch (WorkerProcess.Killed again) {
                throw ProblemType.UNAVAILABLE.because("The process that checks was ended twice.\nMaybe ask again.");
            }
        }
    }

    private byte[] exchangedOnce(byte[] message) throws WorkerProcess.Ended {
        WorkerProcess worker = workers.take();
        byte[] answered = worker.exchange(message);
        workers.giveBack(worker);
        return answered;
    }

    private static CheckedPack over(CheckWorker.Request request, String limit) {
        String file = request.draft().keySet().stream()
                .map(subject -> subject.layout().main())
                .findFirst()
                .orElse("");
        return CheckedPack.unreadable(List.of(new Problem(
                Place.of(file),
                "The check must be done within its limits; it took " + limit + ".\nMaybe there are far more rows or"
                        + " alternatives than anybody can read.")));
    }
}
