package dev.earworm.storage;

/** How a database is found by somebody who only looks. */
public sealed interface DatabaseCondition {
    /** There is none yet; the first start makes it. */
    record Absent() implements DatabaseCondition {}

    /** A running Earworm has it, which therefore can use it. */
    record InUse() implements DatabaseCondition {}

    /**
     * It is whole and ours.
     *
     * @param pendingSteps how many steps the schema is behind; the next start takes them
     */
    record Usable(int pendingSteps) implements DatabaseCondition {}

    /**
     * A start would fail.
     *
     * @param sentence for the operator
     */
    record Unusable(String sentence) implements DatabaseCondition {}
}
