package io.redoubt.scoring.drools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days may share what is kept for them, and none may show it. */
class RatersTest {
    /** The shipped parameters change on 11 September 2026. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-09-10", "2026-09-11", "2026-11-20", "2028-02-29"})
    void a_day_is_rated_as_by_a_rater_of_its_own(LocalDate day) throws Exception {
        // Given
        Methodology methodology = Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
        List<SupplierFacts> suppliers = new ArrayList<>();
        String text = Files.readString(Path.of("data", "demo", "suppliers.json"));
        for (JsonNode document : SupplierFile.documents(SupplierFile.parse(text))) {
            SupplierFacts facts = new SupplierFactsReader(methodology.catalogue()).read(document);
            suppliers.add(methodology.complete(facts, day));
        }
        EffectivePack pack = methodology.pack().on(day);
        Rater own = new Rater(pack, methodology.catalogue(), new DroolsEvaluator(pack.rules()));
        for (LocalDate earlier : List.of(day.plusDays(400), LocalDate.of(2026, 9, 10), LocalDate.of(2026, 9, 30))) {
            methodology.rater(earlier);
        }
        // When
        Rater kept = methodology.rater(day);
        // Then
        assertThat(kept.pack()).isEqualTo(pack);
        assertThat(kept.rateAll(suppliers)).isEqualTo(own.rateAll(suppliers));
    }
}
