package io.redoubt.firmware;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The evidence, present and past. */
@ApplicationScoped
class EvidenceStore implements PanacheRepositoryBase<Evidence, UUID> {
    /** Keeps an upload; what was current of its kind and part is superseded. */
    UUID keep(Upload upload, String actor, Instant at) {
        UUID id = UUID.randomUUID();
        getEntityManager()
                .createNativeQuery("update firmware_evidence set superseded_by = :actor, superseded_at = greatest("
                        + "cast(:at as timestamptz), recorded_at) where supplier_id = :supplier and release_id = :release"
                        + " and kind = :kind and part = :part and superseded_at is null")
                .setParameter("actor", actor)
                .setParameter("at", at)
                .setParameter("supplier", upload.supplier())
                .setParameter("release", upload.release())
                .setParameter("kind", upload.kind().name())
                .setParameter("part", upload.part())
                .executeUpdate();
        getEntityManager()
                .createNativeQuery(
                        "insert into firmware_evidence values (:id, :supplier, :release, :kind, :part, :sha256,"
                                + " :content, cast(:found as jsonb), :actor, :at, null, null)")
                .setParameter("id", id)
                .setParameter("supplier", upload.supplier())
                .setParameter("release", upload.release())
                .setParameter("kind", upload.kind().name())
                .setParameter("part", upload.part())
                .setParameter("sha256", sha256(upload.content()))
                .setParameter("content", upload.content())
                .setParameter("found", upload.found().toString())
                .setParameter("actor", actor)
                .setParameter("at", at)
                .executeUpdate();
        return id;
    }

    /** What is current of a release. */
    List<Evidence> current(String supplier, String release) {
        return list(
                "supplierId = ?1 and releaseId = ?2 and supersededAt is null order by recordedAt, id",
                supplier,
                release);
    }

    Stream<Evidence> current(String supplier, String release, EvidenceKind kind) {
        return current(supplier, release).stream().filter(one -> one.kind == kind);
    }

    /** Everything of a release, superseded or not, the latest first; a page begins after one. */
    List<Evidence> history(String supplier, String release, Optional<Evidence> after, int limit) {
        return find(
                        "supplierId = ?1 and releaseId = ?2 and (recordedAt < ?3 or (recordedAt = ?3 and id < ?4))"
                                + " order by recordedAt desc, id desc",
                        supplier,
                        release,
                        after.map(one -> one.recordedAt).orElse(Instant.parse("9999-01-01T00:00:00Z")),
                        after.map(one -> one.id).orElse(new UUID(-1, -1)))
                .page(0, limit)
                .list();
    }

    byte[] content(UUID id) {
        return (byte[]) getEntityManager()
                .createNativeQuery("select content from firmware_evidence where id = :id", byte[].class)
                .setParameter("id", id)
                .getSingleResult();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
        }
    }
}
