package io.redoubt.config.postgres;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The database can't be brought up or down; the message is written for the operator and complete without the trace. */
public final class PostgresUnavailableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PostgresUnavailableException(String whatMustBe, String advice) {
        this(whatMustBe, advice, null);
    }

    PostgresUnavailableException(String whatMustBe, String advice, @Nullable Throwable cause) {
        super(whatMustBe + "\n" + advice, cause);
    }
}
