package io.redoubt.cli;

import io.redoubt.policy.CheckWorker;
import io.redoubt.policy.Messages;
import io.redoubt.policy.PreviewWorker;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The process in which a service reads and runs what authors wrote; not for people. */
@Command(name = "worker", hidden = true, description = "Checks or previews drafts for a service.")
final class WorkerCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WORK", description = "${COMPLETION-CANDIDATES}.")
    private Work work = Work.CHECK;

    @Mixin
    private MethodologyOptions options;

    /** What the process is for. */
    enum Work {
        /** Check after check. */
        CHECK,
        /** One preview. */
        PREVIEW
    }

    /** What anything else prints must not be taken for an answer. */
    @Override
    public Integer call() throws Exception {
        System.setOut(System.err);
        Messages service = new Messages(System.in, new FileOutputStream(FileDescriptor.out));
        if (work == Work.CHECK) {
            new CheckWorker(options.read()).serve(service);
        } else {
            new PreviewWorker(options.read()).serve(service);
        }
        return 0;
    }
}
