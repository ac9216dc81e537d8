package dev.earworm;

/** What was found when one part of the installation was looked at; in a sentence for the operator, without secrets. */
sealed interface Finding {
    String sentence();

    /** It will do. */
    record Well(String sentence) implements Finding {}

    /** Something has to be done about it. */
    record Unwell(String sentence) implements Finding {}
}
