package io.redoubt.cli;

import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.PackException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command finds the methodology. */
final class MethodologyOptions {
    @Option(
            names = "--pack",
            paramLabel = "DIR",
            defaultValue = "${env:REDOUBT_RULES:-rules/baseline}",
            description = "Folder of the rule pack (default: ${DEFAULT-VALUE}).")
    private Path pack;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:REDOUBT_DATA:-data}",
            description = "Folder of country facts and questions (default: ${DEFAULT-VALUE}).")
    private Path data;

    Methodology read() throws PackException, JurisdictionException {
        return read(pack);
    }

    Methodology read(Path packFolder) throws PackException, JurisdictionException {
        for (Path folder : new Path[] {packFolder, data}) {
            if (!Files.isDirectory(folder)) {
                throw new IllegalArgumentException("The folder (" + folder
                        + ") must exist.\nMaybe run the command where rules/ and data/ are, or name them with --pack"
                        + " and --data.");
            }
        }
        return Methodology.read(data, packFolder);
    }
}
