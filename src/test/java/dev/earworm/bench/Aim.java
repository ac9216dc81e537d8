package dev.earworm.bench;

import java.util.Locale;

/** What a figure should be. A bench never fails because of it: the machine may be busy or small. */
sealed interface Aim {
    boolean isMetBy(double value);

    record AtLeast(double bound) implements Aim {
        @Override
        public boolean isMetBy(double value) {
            return value >= bound;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "at least %,.0f", bound);
        }
    }

    record AtMost(double bound) implements Aim {
        @Override
        public boolean isMetBy(double value) {
            return value <= bound;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "at most %,.0f", bound);
        }
    }

    /** Worth knowing, and nobody promised anything. */
    record Open() implements Aim {
        @Override
        public boolean isMetBy(double value) {
            return true;
        }

        @Override
        public String toString() {
            return "";
        }
    }
}
