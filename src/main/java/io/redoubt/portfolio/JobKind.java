package io.redoubt.portfolio;

/** A kind of long work. */
interface JobKind {
    /** The name that its jobs are kept and scheduled under. */
    String id();

    /** Begins a try to do a job; after a crash or a restart another one goes on. */
    JobWork begin();
}
