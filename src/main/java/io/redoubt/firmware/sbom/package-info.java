/**
 * Bills of materials and statements about vulnerabilities, read with the libraries of their standards. Nothing here knows
 * a container, a database or a clock, and nothing is fetched over the network.
 */
@NullMarked
package io.redoubt.firmware.sbom;

import org.jspecify.annotations.NullMarked;
