package io.redoubt.firmware.sbom;

import io.redoubt.files.Problems;
import org.spdx.library.SpdxModelFactory;

/**
 * Runs SPDX's library so that nothing of it gets out: none of its exceptions and errors, and no request of its own. Left to
 * itself it fetches the list of licences.
 */
final class SpdxLibrary {
    static {
        System.setProperty("org.spdx.useJARLicenseInfoOnly", "true");
        SpdxModelFactory.init();
    }

    private SpdxLibrary() {}

    /** Work with the library. */
    @FunctionalInterface
    interface Reading {
        Sbom read() throws Exception;
    }

    static Sbom guarded(Reading reading) throws UnreadableException {
        try {
            return reading.read();
        } catch (Exception | StackOverflowError | AssertionError e) {
            String said = e.getMessage() == null ? "" : ": " + Problems.shown(e.getMessage());
            throw new UnreadableException(
                    "The SPDX document must be valid" + said + ".\nMaybe check it with the tools of SPDX.");
        }
    }
}
