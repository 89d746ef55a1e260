package io.redoubt.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;

/**
 * Writes what was done. Only inside the transaction of the change: without the event there is no change, and without
 * the change no event.
 */
@ApplicationScoped
public class AuditTrail {
    private final EntityManager entities;
    private final Clock clock;

    AuditTrail(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Notes an act.
     *
     * @param action past participle, such as {@code created}
     * @param detail what changed, without personal data
     */
    @Transactional(TxType.MANDATORY)
    public void record(String actor, String action, Subject subject, Map<String, ?> detail) {
        AuditEvent event = new AuditEvent();
        event.at = clock.instant();
        event.actor = actor;
        event.action = action;
        event.objectType = subject.type();
        event.objectId = subject.id();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        detail.forEach((key, value) -> json.put(key, String.valueOf(value)));
        event.detail = json.toString();
        entities.persist(event);
    }

    /** What was acted on, such as {@code supplier S-001}. */
    public record Subject(String type, String id) {}
}
