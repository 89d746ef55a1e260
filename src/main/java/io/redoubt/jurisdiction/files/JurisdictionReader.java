package io.redoubt.jurisdiction.files;

import static io.redoubt.files.Problems.shown;

import io.redoubt.files.Problems;
import io.redoubt.jurisdiction.Country;
import io.redoubt.jurisdiction.Factor;
import io.redoubt.jurisdiction.Jurisdictions;
import io.redoubt.shared.Place;
import io.redoubt.shared.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads {@code countries.csv} and a folder per factor with {@code factor.yaml} and {@code values.csv}. All or nothing:
 * a value that was misread would re-score every site of a country, so one problem anywhere refuses the whole directory.
 * Files beside the folders, and names that begin with a dot, are left alone.
 */
public final class JurisdictionReader {
    private static final Pattern FACTOR_ID = Pattern.compile("[a-z][a-z0-9_]*");

    private final Path directory;
    private final Problems problems = new Problems();
    private final SortedMap<String, Factor> factors = new TreeMap<>();
    private final Map<String, Map<String, Reading>> values = new TreeMap<>();

    private JurisdictionReader(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads all countries and factors.
     *
     * @throws JurisdictionException with every problem, placed relative to the directory
     */
    public static Jurisdictions read(Path directory) throws JurisdictionException {
        return new JurisdictionReader(directory).read();
    }

    private Jurisdictions read() throws JurisdictionException {
        List<String> folders = folders();
        SortedMap<String, Country> countries = new CountryFile(problems).read(directory);
        for (String folder : folders) {
            if (FACTOR_ID.matcher(folder).matches()) {
                readFactor(folder, countries);
            } else {
                problems.add(
                        Place.of(folder),
                        "The factor id (" + shown(folder)
                                + ") must be lower-case letters, digits and _, a letter first."
                                + "\nMaybe rename the folder.");
            }
        }
        if (!problems.isEmpty()) {
            throw new JurisdictionException(problems.list());
        }
        return new Jurisdictions(
                countries, Collections.unmodifiableSortedMap(factors), Collections.unmodifiableMap(values));
    }

    private void readFactor(String id, SortedMap<String, Country> countries) {
        Optional<Factor> factor = new FactorFile(id, problems).read(directory);
        factor.ifPresent(known -> {
            factors.put(id, known);
            values.put(id, new ValuesFile(known, countries.keySet(), problems).read(directory));
        });
    }

    private List<String> folders() throws JurisdictionException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            String folder = directory.toString();
            problems.add(
                    Place.of(folder),
                    "The folder (" + shown(folder) + ") must exist and be readable.\nMaybe check the path.");
            throw new JurisdictionException(problems.list());
        }
    }
}
