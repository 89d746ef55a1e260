package io.redoubt.portfolio;

/** One try to do a job, chunk by chunk. Each chunk is a transaction, in which the job is locked. */
interface JobWork extends AutoCloseable {
    /** Does a chunk and notes in the job how far it is; whether there is more to do. */
    boolean step(Job job);

    /** The try is over, whether the job is or not. */
    @Override
    default void close() {}
}
