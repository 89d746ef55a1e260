package io.redoubt.scoring;

/** Why a rating changes. */
public enum Cause {
    /** What the supplier answered and showed, and what audits found. */
    ANSWERS(1),
    /** Time alone: evidence that ended, findings that fell due. */
    AGEING(2),
    /** What others published: country readings, owner lists, advisories. */
    IMPORTED_FACTS(4),
    /** The pack, its version and its dated values. */
    METHODOLOGY(8);

    final int bit;

    Cause(int bit) {
        this.bit = bit;
    }
}
