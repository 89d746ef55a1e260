package io.redoubt.jurisdiction.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redoubt.jurisdiction.Jurisdictions;
import io.redoubt.shared.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small valid directory with a factor of each type, to be spoilt in one place. */
final class JurisdictionFixture {
    static final String COUNTRIES =
            "iso3,iso2,name,region\nATA,AQ,Antarctica,\nCHN,CN,China,Asia\nDEU,DE,Germany,Europe\n";
    static final String WATCH = factor("{codes: [NOT_LISTED, WL, PWL], ordered: true}", "low", "NOT_LISTED");
    static final String TREATY = factor("flag", "high", "unknown");
    static final String LAW = factor("{number: \"\"}", "high", "unknown");

    private final Path directory;

    private JurisdictionFixture(Path directory) {
        this.directory = directory;
    }

    static JurisdictionFixture in(Path directory) throws IOException {
        return new JurisdictionFixture(directory)
                .with("countries.csv", COUNTRIES)
                .with("law/factor.yaml", LAW)
                .with("law/values.csv", "country,low,high,estimate,standard_error\nCHN,-0.3,0.1,-0.1,0.2\n")
                .with("treaty/factor.yaml", TREATY)
                .with("treaty/values.csv", "country,value,since\nDEU,true,1970-01-24\n")
                .with("watch/factor.yaml", WATCH)
                .with("watch/values.csv", "country,value,note\nCHN,PWL,since 2005\n");
    }

    static String factor(String type, String favourable, String missing) {
        return """
                title: A factor
                description: What it is.
                type: %s
                favourable: %s
                status: confirmed
                missing: %s
                source:
                  publisher: Somebody
                  title: A list
                  edition: 2024
                  licence: CC BY 4.0
                  retrieved: 2026-11-01
                  completeness: Everybody is in it.
                """.formatted(type, favourable, missing);
    }

    JurisdictionFixture with(String file, String text) throws IOException {
        return with(file, text.getBytes(UTF_8));
    }

    JurisdictionFixture with(String file, byte[] content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.write(path, content);
        return this;
    }

    JurisdictionFixture without(String file) throws IOException {
        Files.delete(directory.resolve(file));
        return this;
    }

    Jurisdictions read() throws JurisdictionException {
        return JurisdictionReader.read(directory);
    }

    /** What is wrong, each as {@code place message}. */
    List<String> problems() {
        JurisdictionException refused = catchThrowableOfType(JurisdictionException.class, this::read);
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Problem::toString).toList();
    }
}
