package io.redoubt.jurisdiction.files;

import static io.redoubt.files.Problems.shown;

import io.redoubt.files.Problems;
import io.redoubt.files.TextFile;
import io.redoubt.files.Texts;
import io.redoubt.jurisdiction.Country;
import io.redoubt.jurisdiction.Factor;
import io.redoubt.jurisdiction.Jurisdictions;
import io.redoubt.shared.Place;
import io.redoubt.shared.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final List<String> OF_A_FACTOR = List.of("factor.yaml", "values.csv");

    private final Texts texts;
    private final Problems problems = new Problems();
    private final SortedMap<String, Factor> factors = new TreeMap<>();
    private final Map<String, Map<String, Reading>> values = new TreeMap<>();

    private JurisdictionReader(Texts texts) {
        this.texts = texts;
    }

    /**
     * Reads all countries and factors.
     *
     * @throws JurisdictionException with every problem, placed relative to the directory
     */
    public static Jurisdictions read(Path directory) throws JurisdictionException {
        return read(texts(directory));
    }

    /**
     * Reads all countries and factors.
     *
     * @throws JurisdictionException with every problem
     */
    public static Jurisdictions read(Texts texts) throws JurisdictionException {
        return new JurisdictionReader(texts).read();
    }

    /**
     * The texts of a directory that countries and factors are read from.
     *
     * @throws JurisdictionException if one of them is no text, or none is there
     */
    public static Texts texts(Path directory) throws JurisdictionException {
        Problems problems = new Problems();
        SortedMap<String, String> texts = new TreeMap<>();
        for (String file : files(directory)) {
            TextFile.read(directory, file, problems).ifPresent(text -> texts.put(file, text));
        }
        refuse(problems);
        return new Texts(texts);
    }

    /** What is missing is told by the reader of it; of a folder that holds nothing of a factor, by nobody but us. */
    private static List<String> files(Path directory) throws JurisdictionException {
        List<String> files = new ArrayList<>();
        Stream.of("countries.csv", "README.md")
                .filter(file -> Files.exists(directory.resolve(file)))
                .forEach(files::add);
        for (String folder : folders(directory)) {
            List<String> there = OF_A_FACTOR.stream()
                    .map(file -> folder + "/" + file)
                    .filter(file -> Files.exists(directory.resolve(file)))
                    .toList();
            files.addAll(there.isEmpty() ? List.of(folder + "/" + OF_A_FACTOR.get(0)) : there);
        }
        return files;
    }

    private static void refuse(Problems problems) throws JurisdictionException {
        if (!problems.isEmpty()) {
            throw new JurisdictionException(problems.list());
        }
    }

    private Jurisdictions read() throws JurisdictionException {
        SortedMap<String, Country> countries = new CountryFile(problems).read(texts);
        for (String folder : texts.folders()) {
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
        refuse(problems);
        return new Jurisdictions(
                countries, Collections.unmodifiableSortedMap(factors), Collections.unmodifiableMap(values));
    }

    private void readFactor(String id, SortedMap<String, Country> countries) {
        Optional<Factor> factor = new FactorFile(id, problems).read(texts);
        factor.ifPresent(known -> {
            factors.put(id, known);
            values.put(id, new ValuesFile(known, countries.keySet(), problems).read(texts));
        });
    }

    private static List<String> folders(Path directory) throws JurisdictionException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            String folder = directory.toString();
            Problems problems = new Problems();
            problems.add(
                    Place.of(folder),
                    "The folder (" + shown(folder) + ") must exist and be readable.\nMaybe check the path.");
            throw new JurisdictionException(problems.list());
        }
    }
}
