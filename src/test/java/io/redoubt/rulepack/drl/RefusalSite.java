package io.redoubt.rulepack.drl;

/**
 * A place in the gate's code where a text is refused.
 *
 * @param type simple name of the class
 * @param number among the method's sites of its kind, from 1
 */
record RefusalSite(String type, String method, Kind kind, int number) implements Comparable<RefusalSite> {
    /** How the refusal is said. */
    enum Kind {
        /** By an exception, which the caller makes a problem of. */
        THROWS,
        /** By asking for what is not there. */
        DEMANDS,
        /** By a problem, after which reading mostly ends. */
        TELLS
    }

    @Override
    public int compareTo(RefusalSite other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return type + "." + method + " " + kind + " " + number;
    }
}
