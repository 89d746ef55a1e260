package io.redoubt.rulepack.sheets;

import io.redoubt.files.CsvText;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;

/**
 * A decision table as a workbook shows it: the cells as they are written, and the pack and the catalogue that say what
 * may stand in them.
 *
 * @param text the table's file; the pack must have been read from it, so that its headings have a meaning
 */
public record TableSheet(RulePack pack, RuleTable table, FactCatalogue catalogue, CsvText text) {}
