package io.redoubt.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * What the database refuses because somebody else was faster is a conflict and no failure of ours; that it can't be
 * reached is told as such. States of SQL: keys of class 23 and the classes 40 rollback, 55 lock not available, 08 and 57
 * connection, 53 resources; none where no connection of the pool was free in time. What is checked comes wrapped where a
 * transaction ends.
 */
final class DatabaseMapper {
    /** Foreign key, unique key, exclusion. */
    private static final Set<String> CONCURRENT = Set.of("23503", "23505", "23P01");

    @ServerExceptionMapper({
        PersistenceException.class,
        RollbackException.class,
        QuarkusTransactionException.class,
        ArcUndeclaredThrowableException.class
    })
    Response map(Throwable failure) {
        HttpProblem problem = problem(failure);
        return Response.status(problem.getStatusCode())
                .type("application/problem+json")
                .entity(problem)
                .build();
    }

    private static HttpProblem problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return ProblemType.STALE.because("Maybe read it again and repeat the change.");
            }
            HttpProblem known = cause instanceof SQLException sql ? known(sql.getSQLState()) : null;
            if (known != null) {
                return known;
            }
        }
        return IncidentReport.incident(failure);
    }

    private static @Nullable HttpProblem known(@Nullable String state) {
        // a rule that our own data broke is a fault of ours, and nobody else's doing
        String kind = state == null ? "53" : CONCURRENT.contains(state) ? "40" : state.substring(0, 2);
        return switch (kind) {
            case "40", "55" ->
                ProblemType.CONFLICT.because(
                        "Somebody else changed the same at the same time.\nMaybe repeat the request.");
            case "08", "53", "57" ->
                ProblemType.UNAVAILABLE.because("The database can't be reached.\nMaybe repeat the request in a while.");
            default -> null;
        };
    }
}
