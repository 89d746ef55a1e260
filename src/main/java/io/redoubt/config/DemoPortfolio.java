package io.redoubt.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.redoubt.assessment.AssessSupplier;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.supplier.ImportSuppliers;
import io.redoubt.supplier.Others;
import io.redoubt.supplier.SupplierDocuments;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads and rates the fictional portfolio before the first request, where that is asked for. */
@ApplicationScoped
class DemoPortfolio {
    private static final int EARLY = 100;
    private static final int MOST = 1000;
    private static final String ACTOR = "demo";

    private final ImportSuppliers importSuppliers;
    private final SupplierDocuments documents;
    private final AssessSupplier assessSupplier;
    private final Clock clock;
    private final boolean load;
    private final Path file;

    DemoPortfolio(
            ImportSuppliers importSuppliers,
            SupplierDocuments documents,
            AssessSupplier assessSupplier,
            Clock clock,
            @ConfigProperty(name = "redoubt.demo.load") boolean load,
            @ConfigProperty(name = "redoubt.data") String data) {
        this.importSuppliers = importSuppliers;
        this.documents = documents;
        this.assessSupplier = assessSupplier;
        this.clock = clock;
        this.load = load;
        this.file = Path.of(data).resolve("demo/suppliers.json");
    }

    void load(@Observes @Priority(EARLY) StartupEvent event) {
        if (!load) {
            return;
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            importSuppliers.run(missing(SupplierFile.documents(SupplierFile.parse(text))), Others.KEEP, ACTOR);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo portfolio (" + file + ") must be readable.", e);
        } catch (FactsException e) {
            throw new IllegalStateException("The demo portfolio (" + file + ") must be well formed.", e);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> assessSupplier.assess(documents.idsAfter("", MOST), today(), ACTOR));
    }

    /** What was corrected since the first start stays corrected. */
    private List<JsonNode> missing(List<JsonNode> demo) {
        List<String> ids = demo.stream().map(DemoPortfolio::id).toList();
        Set<String> known = QuarkusTransaction.requiringNew()
                .call(() -> documents.on(today(), Optional.empty(), ids).keySet());
        return demo.stream().filter(document -> !known.contains(id(document))).toList();
    }

    private static String id(JsonNode document) {
        return document.path("id").asText();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
