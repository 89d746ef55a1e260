package io.redoubt.assessment;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.scoring.Deadline;
import java.util.List;

/**
 * A supplier was rated, or its rating confirmed; told in the transaction of that, so that what follows is kept with it.
 *
 * @param deadlines what of the facts ends by itself or is due
 */
public record SupplierRated(SupplierFacts facts, AssessSupplier.Order order, List<Deadline> deadlines) {}
