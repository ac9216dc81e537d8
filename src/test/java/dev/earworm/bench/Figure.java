package dev.earworm.bench;

/**
 * One measured number.
 *
 * @param subject what was measured, and over how many
 */
record Figure(String subject, double value, String unit, Aim aim) {
    Figure(String subject, double value, String unit) {
        this(subject, value, unit, new Aim.Open());
    }

    String verdict() {
        return switch (aim) {
            case Aim.Open _ -> "";
            case Aim.AtLeast _, Aim.AtMost _ -> aim.isMetBy(value) ? "met" : "NOT MET";
        };
    }
}
