package io.redoubt.cli;

import io.redoubt.policy.Messages;
import io.redoubt.policy.Worker;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The process in which a service reads and runs what authors wrote; not for people. */
@Command(name = "worker", hidden = true, description = "Checks or previews drafts for a service.")
final class WorkerCommand implements Callable<Integer> {
    @Mixin
    private MethodologyOptions options;

    /** What anything else prints must not be taken for an answer. */
    @Override
    public Integer call() throws Exception {
        System.setOut(System.err);
        Messages service = new Messages(System.in, new FileOutputStream(FileDescriptor.out));
        new Worker(options.read()).serve(service);
        return 0;
    }
}
