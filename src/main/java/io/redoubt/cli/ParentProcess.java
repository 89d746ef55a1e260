package io.redoubt.cli;

import io.redoubt.policy.Messages;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** The service that started this process. */
final class ParentProcess {
    private ParentProcess() {}

    /** The messages to it; what anything else prints from here on must not be taken for one. */
    static Messages messages() {
        System.setOut(System.err);
        return new Messages(System.in, new FileOutputStream(FileDescriptor.out));
    }
}
