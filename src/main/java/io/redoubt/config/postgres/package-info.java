/**
 * A real PostgreSQL for installations that bring none: unpacked from a Maven artifact, run as own processes, kept across
 * restarts.
 *
 * <p>Everything lies in one home folder: {@code pgsql-<version>} (programs), {@code pgdata} (data),
 * {@code postgres.password}, {@code postgres.lock}, {@code postgres.log} (the server's own words) and
 * {@code postgres-tools.log} (the last run of initdb or pg_ctl). Folders with {@code .part-} in their name are
 * unfinished work of a killed process and may be deleted at any time; folders without it are complete, because they get
 * their name by one atomic rename at the end.
 */
@NullMarked
package io.redoubt.config.postgres;

import org.jspecify.annotations.NullMarked;
