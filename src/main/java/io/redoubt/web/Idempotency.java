package io.redoubt.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.identity.Actor;
import io.redoubt.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers a repeated request as the first time. The answer is stored in the transaction of the change, so after a crash
 * either both are there or neither; of two requests with one key at the
 * same time the second is told to come again.
 */
@ApplicationScoped
public class Idempotency {
    private static final List<String> KEPT_HEADERS = List.of("Location", "ETag");
    private static final int LONGEST_KEY = 200;

    private final EntityManager entities;
    private final Actor actor;
    private final Clock clock;
    private final ObjectMapper json;

    Idempotency(EntityManager entities, Actor actor, Clock clock, ObjectMapper json) {
        this.entities = entities;
        this.actor = actor;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Runs a change once for its key.
     *
     * @param key the header {@code Idempotency-Key}; without one the change always runs
     * @param request what identifies the request: route and body
     */
    @Transactional
    public Response once(@Nullable String key, String request, Supplier<Response> change) {
        if (key == null) {
            return change.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemType.MALFORMED.because("The Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.");
        }
        String hash = hash(request);
        lock(key);
        int inserted = entities.createNativeQuery("insert into idempotent_answer values"
                        + " (:actor, :key, :hash, 0, '{}', null, :now) on conflict do nothing")
                .setParameter("actor", actor.name())
                .setParameter("key", key)
                .setParameter("hash", hash)
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (inserted == 0) {
            return stored(key, hash);
        }
        Response answer = change.get();
        store(key, answer);
        return answer;
    }

    /** Who comes while the first is still at work is told so, and does not wait with a connection in hand. */
    private void lock(String key) {
        Object free = entities.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                .setParameter("name", actor.name() + "\n" + key)
                .getSingleResult();
        if (!Boolean.TRUE.equals(free)) {
            throw ProblemType.CONFLICT.because(
                    "The request with this Idempotency-Key is still at work.\nMaybe ask again in a moment.");
        }
    }

    private Response stored(String key, String hash) {
        Tuple row = (Tuple) entities.createNativeQuery(
                        "select request_hash, status, cast(headers as text) as headers, body from idempotent_answer"
                                + " where actor = :actor and key = :key",
                        Tuple.class)
                .setParameter("actor", actor.name())
                .setParameter("key", key)
                .getSingleResult();
        if (!hash.equals(row.get("request_hash", String.class))) {
            throw ProblemType.KEY_REUSED.because("The Idempotency-Key must be new for a new request.");
        }
        Response.ResponseBuilder answer = Response.status(row.get("status", Integer.class))
                .header("Idempotent-Replay", "true")
                .header("Content-Type", "application/json")
                .entity(row.get("body", String.class));
        readHeaders(row.get("headers", String.class)).forEach(answer::header);
        return answer.build();
    }

    private void store(String key, Response answer) {
        Map<String, String> headers = new TreeMap<>();
        KEPT_HEADERS.stream()
                .filter(name -> answer.getHeaderString(name) != null)
                .forEach(name -> headers.put(name, answer.getHeaderString(name)));
        entities.createNativeQuery("update idempotent_answer set status = :status, headers = cast(:headers as jsonb),"
                        + " body = :body where actor = :actor and key = :key")
                .setParameter("status", answer.getStatus())
                .setParameter("headers", write(headers))
                .setParameter("body", answer.getEntity() instanceof String text ? text : write(answer.getEntity()))
                .setParameter("actor", actor.name())
                .setParameter("key", key)
                .executeUpdate();
    }

    private String write(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer must be writable as JSON.", e);
        }
    }

    private Map<String, String> readHeaders(String text) {
        try {
            return json.readValue(text, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer must be readable.", e);
        }
    }

    private static String hash(String request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
        }
    }
}
