package io.redoubt.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is to answer which section; an empty section stands for the whole questionnaire. */
@ApplicationScoped
class Delegations {
    private final EntityManager entities;
    private final Clock clock;

    Delegations(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** That a person answers a section. */
    record Delegation(String section, String person, String delegatedBy) {}

    void put(UUID questionnaire, Delegation delegation) {
        entities.createNativeQuery("insert into questionnaire_delegation values (:id, :section, :person, :by, :at)"
                        + " on conflict (questionnaire_id, section) do update set person = excluded.person,"
                        + " delegated_by = excluded.delegated_by, delegated_at = excluded.delegated_at")
                .setParameter("id", questionnaire)
                .setParameter("section", delegation.section())
                .setParameter("person", delegation.person())
                .setParameter("by", delegation.delegatedBy())
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    List<Delegation> of(UUID questionnaire) {
        List<?> rows = entities.createNativeQuery("select section, person, delegated_by from questionnaire_delegation"
                        + " where questionnaire_id = :id order by section")
                .setParameter("id", questionnaire)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Delegation(row[0].toString(), row[1].toString(), row[2].toString()))
                .toList();
    }

    /** Who alone answers a section; the section's own delegation comes before that of the whole. */
    static Optional<String> delegate(List<Delegation> delegations, String section) {
        return delegations.stream()
                .filter(one -> one.section().equals(section))
                .findFirst()
                .or(() -> delegations.stream()
                        .filter(one -> one.section().isEmpty())
                        .findFirst())
                .map(Delegation::person);
    }
}
