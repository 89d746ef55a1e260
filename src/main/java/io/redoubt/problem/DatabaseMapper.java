package io.redoubt.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * What the database refuses because somebody else was faster is a conflict and no failure of ours; that it can't be
 * reached is told as such. Classes of SQL states: 23 integrity, 40 rollback, 55 lock not available, 08 and 57
 * connection, 53 resources; none where no connection of the pool was free in time. What is checked comes wrapped where a
 * transaction ends.
 */
final class DatabaseMapper {
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
        String kind = state == null ? "53" : state.substring(0, 2);
        return switch (kind) {
            case "23", "40", "55" ->
                ProblemType.CONFLICT.because(
                        "Somebody else changed the same at the same time.\nMaybe repeat the request.");
            case "08", "53", "57" ->
                ProblemType.UNAVAILABLE.because("The database can't be reached.\nMaybe repeat the request in a while.");
            default -> null;
        };
    }
}
