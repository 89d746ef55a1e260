package io.redoubt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.PackException;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The shipped rules and the demo portfolio. */
record Shipped(Methodology methodology, List<SupplierFacts> suppliers) {
    static final Path PORTFOLIO = Path.of("data", "demo", "suppliers.json");

    static Shipped read() throws IOException, PackException, JurisdictionException, FactsException {
        Methodology methodology = Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
        SupplierFactsReader reader = new SupplierFactsReader(methodology.catalogue());
        List<SupplierFacts> suppliers = new ArrayList<>();
        for (JsonNode document : SupplierFile.documents(SupplierFile.parse(Files.readString(PORTFOLIO)))) {
            suppliers.add(methodology.complete(reader.read(document), LocalDate.of(2026, 11, 21)));
        }
        return new Shipped(methodology, List.copyOf(suppliers));
    }
}
