package io.redoubt.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.files.PackReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.file.Path;
import java.time.Clock;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The methodology in force, read when the service starts; one that can't be read keeps the service from starting. Every
 * pack that has rated is stored with its texts under its hash, so that it can rate again.
 */
@Startup
@ApplicationScoped
public class ActiveMethodology {
    private final Methodology methodology;
    private final String hash;
    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;

    ActiveMethodology(
            @ConfigProperty(name = "redoubt.data") String data,
            @ConfigProperty(name = "redoubt.rules") String rules,
            EntityManager entities,
            ObjectMapper json,
            Clock clock)
            throws PackException, JurisdictionException {
        this.methodology = Methodology.read(Path.of(data), Path.of(rules));
        this.hash = methodology.pack().hash();
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    public Methodology get() {
        return methodology;
    }

    /** SHA-256 of the pack in force. */
    public String hash() {
        return hash;
    }

    /** Stores the pack in force if it isn't yet. */
    @Transactional(TxType.MANDATORY)
    public void store() {
        boolean stored = !entities.createNativeQuery("select 1 from stored_pack where hash = :hash")
                .setParameter("hash", hash)
                .getResultList()
                .isEmpty();
        if (stored) {
            return;
        }
        RulePack.Header header = methodology.pack().header();
        try {
            entities.createNativeQuery(
                            "insert into stored_pack values (:hash, :id, :version, cast(:files as jsonb), :now)"
                                    + " on conflict do nothing")
                    .setParameter("hash", hash)
                    .setParameter("id", header.id())
                    .setParameter("version", header.version())
                    .setParameter(
                            "files", json.writeValueAsString(methodology.files().texts()))
                    .setParameter("now", clock.instant())
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The pack's texts must be writable as JSON.", e);
        }
    }

    /** A pack that has rated before, read again from its stored texts. */
    @Transactional
    public RulePack stored(String packHash) throws PackException {
        if (packHash.equals(hash)) {
            return methodology.pack();
        }
        String files = (String) entities.createNativeQuery(
                        "select cast(files as text) from stored_pack where hash = :hash", String.class)
                .setParameter("hash", packHash)
                .getSingleResult();
        try {
            TreeMap<String, String> texts = json.readValue(files, new TypeReference<>() {});
            return PackReader.read(new PackFiles(texts), methodology.catalogue());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored pack must be readable.", e);
        }
    }
}
