package io.redoubt.cli;

import io.redoubt.policy.Messages;
import io.redoubt.policy.PreviewWorker;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The process in which the service previews a draft; not for people. */
@Command(name = "preview-worker", hidden = true, description = "Previews a draft for a service.")
final class PreviewWorkerCommand implements Callable<Integer> {
    @Mixin
    private MethodologyOptions options;

    @Override
    public Integer call() throws Exception {
        Messages service = ParentProcess.messages();
        new PreviewWorker(options.read()).serve(service);
        return 0;
    }
}
