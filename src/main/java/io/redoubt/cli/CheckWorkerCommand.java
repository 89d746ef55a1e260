package io.redoubt.cli;

import io.redoubt.policy.CheckWorker;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The process in which the service checks what authors wrote; not for people. */
@Command(name = "check-worker", hidden = true, description = "Checks packs for a service.")
final class CheckWorkerCommand implements Callable<Integer> {
    @Mixin
    private MethodologyOptions options;

    /** What anything else prints must not be taken for an answer. */
    @Override
    public Integer call() throws Exception {
        System.setOut(System.err);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        new CheckWorker(options.read()).serve(new DataInputStream(new BufferedInputStream(System.in)), out);
        return 0;
    }
}
