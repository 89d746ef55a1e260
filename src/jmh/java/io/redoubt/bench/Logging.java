package io.redoubt.bench;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Logging as the running product has it. */
final class Logging {
    private Logging() {}

    /**
     * Turns off what is finer than INFO for every library, as Quarkus does. A JBoss log manager that nobody configured
     * lets TRACE pass and keeps every record, which makes engines that trace each firing several times slower.
     */
    static void quiet() {
        Logger.getLogger("").setLevel(Level.INFO);
    }
}
