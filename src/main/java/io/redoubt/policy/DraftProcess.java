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
 * Checks packs in a process of its own, with limits on time and memory, without the service's environment: what an author
 * wrote can end that process and nothing else.
 */
@ApplicationScoped
class CheckProcess {
    private static final int MOST_WAITING = 4;

    private final Semaphore turn = new Semaphore(1, true);
    private final ObjectMapper json;
    private final Workers workers;

    CheckProcess(ObjectMapper json, Workers workers) {
        this.json = json;
        this.workers = workers;
    }

    /** One check at a time, since more would share the processor; a few may wait. */
    CheckedPack check(CheckWorker.Request request) {
        if (turn.getQueueLength() >= MOST_WAITING) {
            throw ProblemType.UNAVAILABLE.because("Too many drafts wait for a check.\nMaybe ask again in a moment.");
        }
        turn.acquireUninterruptibly();
        try {
            return checkInTurn(request);
        } finally {
            turn.release();
        }
    }

    private CheckedPack checkInTurn(CheckWorker.Request request) {
        WorkerProcess worker = workers.take();
        try {
            byte[] answer = worker.exchange(json.writeValueAsBytes(new Worker.Task(request, null)));
            workers.giveBack(worker);
            return json.readValue(answer, CheckedPack.class);
        } catch (WorkerProcess.Ended e) {
            return over(request, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
