package io.redoubt.rulepack.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.files.CsvText;
import io.redoubt.files.Problems;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.files.PackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table that ships goes out as a workbook and comes back as it was. */
class ShippedTablesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void aPackIsTheSameAfterItsTablesWereWorkbooks(Path folder) throws Exception {
        // Given
        FactCatalogue catalogue = SheetFixture.shippedCatalogue();
        PackFiles files = PackFiles.of(folder);
        RulePack pack = SheetFixture.pack(files, catalogue);
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        Problems problems = new Problems();

        // When
        for (RuleTable table : pack.tables()) {
            String file = "tables/" + table.id() + ".csv";
            String text = files.texts().get(file);
            if (text != null) {
                CsvText csv = SheetFixture.csv(text);
                byte[] workbook = WorkbookWriter.write(new TableSheet(pack, table, catalogue, csv));
                texts.put(
                        file,
                        WorkbookReader.read(workbook, file, csv.header(), problems)
                                .map(CsvText::text)
                                .orElse(""));
            }
        }

        // Then
        assertThat(problems.list()).isEmpty();
        assertThat(SheetFixture.pack(new PackFiles(texts), catalogue).hash()).isEqualTo(pack.hash());
        texts.forEach((file, text) -> {
            String before = String.valueOf(files.texts().get(file));
            assertThat(text)
                    .as(file)
                    .isEqualTo(file.endsWith(".csv") ? SheetFixture.csv(before).text() : before);
        });
    }

    @Test
    void theFilesThatShipAreCanonical() throws Exception {
        // Given
        List<String> others = new ArrayList<>();

        // When
        for (Path folder : packs()) {
            PackFiles.of(folder).texts().forEach((file, text) -> {
                if (file.endsWith(".csv") && !SheetFixture.csv(text).text().equals(text)) {
                    others.add(file);
                }
            });
        }

        // Then
        assertThat(others).isEmpty();
    }

    static List<Path> packs() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("rules/examples"))) {
            return Stream.concat(
                            Stream.of(Path.of("rules/baseline")),
                            examples.filter(Files::isDirectory).sorted())
                    .toList();
        }
    }
}
