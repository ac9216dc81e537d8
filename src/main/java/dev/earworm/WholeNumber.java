package dev.earworm;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number in a range, on the command line. */
abstract sealed class WholeNumber implements ITypeConverter<Integer> {
    private final int smallest;
    private final int largest;

    private WholeNumber(int smallest, int largest) {
        this.smallest = smallest;
        this.largest = largest;
    }

    static final class Port extends WholeNumber {
        Port() {
            super(0, 65_535);
        }
    }

    static final class Seconds extends WholeNumber {
        Seconds() {
            super(1, 3_600);
        }
    }

    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text);
            if (smallest <= number && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The sentence below says what is allowed.
        }
        throw new TypeConversionException(
                "'" + text + "' is not allowed; allowed is a whole number from " + smallest + " to " + largest);
    }
}
