package io.redoubt.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.files.PackFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Packs that were submitted or in force, each once under its hash with its texts, so that it can rate again. */
@ApplicationScoped
class StoredPacks {
    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;

    StoredPacks(EntityManager entities, ObjectMapper json, Clock clock) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void store(Edition edition) {
        store(edition.subject(), edition.hash(), edition.name(), edition.version(), edition.files());
    }

    /** @param id what the pack calls itself */
    @Transactional(TxType.MANDATORY)
    void store(Subject subject, String hash, String id, String version, PackFiles files) {
        entities.createNativeQuery("insert into stored_pack (hash, pack_id, version, files, stored_at, subject)"
                        + " values (:hash, :id, :version, cast(:files as jsonb), :now, :subject)"
                        + " on conflict do nothing")
                .setParameter("hash", hash)
                .setParameter("id", id)
                .setParameter("version", version)
                .setParameter("files", text(files))
                .setParameter("now", clock.instant())
                .setParameter("subject", subject.name())
                .executeUpdate();
    }

    /** What a stored pack is of; answered as 404 where there is none. */
    @Transactional
    Subject subject(String hash) {
        List<?> found = entities.createNativeQuery("select subject from stored_pack where hash = :hash")
                .setParameter("hash", hash)
                .getResultList();
        return found.stream()
                .findFirst()
                .map(String::valueOf)
                .map(Subject::valueOf)
                .orElseThrow(StoredPacks::missing);
    }

    /** The texts of these packs, each of another subject. */
    @Transactional
    Map<Subject, PackFiles> files(Map<Subject, String> hashes) {
        Map<Subject, PackFiles> files = new EnumMap<>(Subject.class);
        hashes.forEach((subject, hash) -> files.put(subject, files(hash)));
        return files;
    }

    /** @throws RuntimeException answered as 404 where there is none */
    @Transactional
    PackFiles files(String hash) {
        List<?> found = entities.createNativeQuery("select cast(files as text) from stored_pack where hash = :hash")
                .setParameter("hash", hash)
                .getResultList();
        return found.stream().findFirst().map(String::valueOf).map(this::parse).orElseThrow(StoredPacks::missing);
    }

    private static RuntimeException missing() {
        return ProblemType.NOT_FOUND.because("There is no pack of this hash.");
    }

    String text(PackFiles files) {
        try {
            return json.writeValueAsString(files.texts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The pack's texts must be writable as JSON.", e);
        }
    }

    PackFiles parse(String text) {
        try {
            TreeMap<String, String> texts = json.readValue(text, new TypeReference<>() {});
            return new PackFiles(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored pack must be readable.", e);
        }
    }
}
