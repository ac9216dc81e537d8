package dev.earworm.providers.synth.compose;

/**
 * How evenly the time flows.
 *
 * @param ratio the share that the first note of a swung pair takes: 0.5 is straight, 0.66 a full shuffle
 * @param pair length in beats of the pair that is swung: 1 for eighths, 0.5 for sixteenths
 */
record Feel(double ratio, double pair) {
    /** {@code straight}, {@code swing8 0.66} or {@code swing16 0.58}. */
    static Feel parse(String text) {
        String[] words = text.split(" ", -1);
        return switch (words[0]) {
            case "straight" -> new Feel(0.5, 1);
            case "swing8" -> new Feel(Double.parseDouble(words[1]), 1);
            case "swing16" -> new Feel(Double.parseDouble(words[1]), 0.5);
            default -> throw new IllegalArgumentException("not a feel: " + text);
        };
    }

    /** Where a note that is written at the beat is played. */
    double played(double beat) {
        double start = Math.floor(beat / pair) * pair;
        double inside = (beat - start) / pair;
        double swung = inside < 0.5 ? inside * 2 * ratio : ratio + (inside - 0.5) * 2 * (1 - ratio);
        return start + swung * pair;
    }
}
