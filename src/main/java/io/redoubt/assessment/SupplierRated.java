package io.redoubt.assessment;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.scoring.Deadline;
import java.util.List;
import java.util.Optional;

/**
 * A supplier was rated, or its rating confirmed; told in the transaction of that, so that what follows is kept with it.
 *
 * @param moved what is other than before; empty where there was no rating before, or this is not the latest
 * @param deadlines what of the facts ends by itself or is due
 */
public record SupplierRated(
        SupplierFacts facts, AssessSupplier.Order order, Optional<Moved> moved, List<Deadline> deadlines) {}
