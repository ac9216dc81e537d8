package dev.earworm.config;

import java.util.regex.Pattern;

/** A whole number in a range, both ends included. */
record WholeNumberFormat(int smallest, int largest) implements ValueFormat<Integer> {
    /** Nine digits always fit into an int. */
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,9}");

    @Override
    public Parsed<Integer> parse(String text) {
        if (DIGITS.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (smallest <= number && number <= largest) {
                return new Accepted<>(number);
            }
        }
        return new Refused<>("allowed is a whole number from " + smallest + " to " + largest);
    }
}
