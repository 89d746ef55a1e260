package io.redoubt.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.redoubt.files.Problems;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says what is wrong with a JSON body in the sender's words, where the library would name classes of ours. */
final class UnreadableBodyMapper {
    private static final int BEFORE_LIBRARY = 1;

    @ServerExceptionMapper(value = UnrecognizedPropertyException.class, priority = BEFORE_LIBRARY)
    Response unknown(UnrecognizedPropertyException e) {
        return answer("The field (" + BodyField.path(e) + ") must be one of: "
                + e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "))
                + ".");
    }

    @ServerExceptionMapper(value = InvalidFormatException.class, priority = BEFORE_LIBRARY)
    Response malformed(InvalidFormatException e) {
        return answer("The " + BodyField.path(e) + " (" + Problems.shown(String.valueOf(e.getValue())) + ") must be "
                + BodyField.kind(e.getTargetType()) + ".");
    }

    @ServerExceptionMapper(value = MismatchedInputException.class, priority = BEFORE_LIBRARY)
    Response mismatched(MismatchedInputException e) {
        return answer("The " + BodyField.path(e) + " must be " + BodyField.kind(e.getTargetType()) + ".");
    }

    @ServerExceptionMapper(value = JsonProcessingException.class, priority = BEFORE_LIBRARY)
    Response unreadable(JsonProcessingException e) {
        return answer(told(e));
    }

    /** Where the text stops being JSON. */
    static String told(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return "The body must be JSON; it can't be read" + place + ".";
    }

    private static Response answer(String detail) {
        var problem = ProblemType.MALFORMED.because(detail);
        return Response.status(problem.getStatusCode())
                .type("application/problem+json")
                .entity(problem)
                .build();
    }
}
