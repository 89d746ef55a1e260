package io.redoubt.cli;

import io.redoubt.policy.CheckWorker;
import io.redoubt.policy.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The process in which the service checks what authors wrote; not for people. */
@Command(name = "check-worker", hidden = true, description = "Checks packs for a service.")
final class CheckWorkerCommand implements Callable<Integer> {
    @Mixin
    private MethodologyOptions options;

    @Override
    public Integer call() throws Exception {
        Messages service = ParentProcess.messages();
        new CheckWorker(options.read()).serve(service);
        return 0;
    }
}
