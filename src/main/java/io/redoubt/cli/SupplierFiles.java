package io.redoubt.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.files.Problems;
import io.redoubt.policy.Methodology;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.FutureDates;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.shared.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the supplier files of a command; a supplier that is refused does not keep the others from being rated.
 *
 * @param day to rate for
 * @param dates what can't have happened yet
 */
record SupplierFiles(Methodology methodology, LocalDate day, FutureDates dates) {
    /**
     * What was read.
     *
     * @param refused one line for each violation
     */
    record Read(List<SupplierFacts> suppliers, List<String> refused) {}

    Read read(List<Path> files) throws IOException {
        List<SupplierFacts> suppliers = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        Map<String, String> tables = new LinkedHashMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (!Files.isRegularFile(file)) {
                refused.add("The file (" + file + ") must exist.");
            } else if (name.endsWith(".csv")) {
                // By path: two files of one name in two folders are two files.
                text(file, refused).ifPresent(text -> tables.put(file.toString(), text));
            } else {
                text(file, refused).ifPresent(text -> readJson(name, text, suppliers, refused));
            }
        }
        takeTables(tables, suppliers, refused);
        return new Read(unique(suppliers, refused), refused);
    }

    /** All tables or none: a row that can't be read may be the one that speaks against a supplier. */
    private void takeTables(Map<String, String> tables, List<SupplierFacts> suppliers, List<String> refused) {
        Problems problems = new Problems();
        List<JsonNode> documents = SupplierFile.documents(tables, problems);
        if (problems.isEmpty()) {
            take("csv", documents, suppliers, refused);
            return;
        }
        problems.list().stream().map(Problem::toString).forEach(refused::add);
        refused.add("No supplier of the tables was rated, since something of theirs may be missing.");
    }

    private static Optional<String> text(Path file, List<String> refused) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            refused.add("The file (" + file + ") must be encoded in UTF-8.");
            return Optional.empty();
        }
    }

    private void readJson(String name, String text, List<SupplierFacts> suppliers, List<String> refused) {
        try {
            take(name, SupplierFile.documents(SupplierFile.parse(text)), suppliers, refused);
        } catch (FactsException e) {
            e.violations().forEach(violation -> refused.add(name + " " + violation));
        }
    }

    private void take(String name, List<JsonNode> documents, List<SupplierFacts> suppliers, List<String> refused) {
        SupplierFactsReader reader = new SupplierFactsReader(methodology.catalogue());
        for (int i = 0; i < documents.size(); i++) {
            try {
                SupplierFacts facts = reader.read(documents.get(i));
                dates.check(facts);
                suppliers.add(methodology.complete(facts, day));
            } catch (FactsException e) {
                String which = name + " supplier " + (i + 1) + " ("
                        + Problems.shown(documents.get(i).path("id").asText()) + ") ";
                e.violations().forEach(violation -> refused.add(which + violation));
            }
        }
    }

    private static List<SupplierFacts> unique(List<SupplierFacts> suppliers, List<String> refused) {
        Set<String> seen = new HashSet<>();
        List<SupplierFacts> kept = new ArrayList<>();
        for (SupplierFacts supplier : suppliers) {
            if (seen.add(supplier.id())) {
                kept.add(supplier);
            } else {
                refused.add("The supplier (" + supplier.id() + ") must stand in the files once; the first was rated.");
            }
        }
        return kept;
    }
}
