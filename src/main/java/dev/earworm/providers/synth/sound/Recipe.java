package dev.earworm.providers.synth.sound;

import java.util.List;

/** How an instrument's sound is made. */
sealed interface Recipe {
    /** How many partials a sound has at most; the rest would lie above what ears hear. */
    int MOST_PARTIALS = 60;

    double HIGHEST_PARTIAL = 15_000;

    /**
     * Something is struck or plucked and dies away.
     *
     * @param partials frequencies as multiples of the lowest, with their strengths; empty for a string
     * @param slope how fast the partials of a string get weaker: amplitude falls with this power
     * @param place where the string is struck, as a share of its length
     * @param stiffness how far its partials are spread, as in a piano
     * @param ring seconds until middle C has died away
     * @param damping how much sooner high partials die
     * @param knock strength of the noise at the beginning
     * @param release seconds that it rings on when let go
     */
    record Struck(
            List<Partial> partials,
            double slope,
            double place,
            double stiffness,
            double ring,
            double damping,
            double knock,
            double release)
            implements Recipe {
        public Struck {
            partials = List.copyOf(partials);
        }

        static Struck string(double slope, double place, double ring, double damping, double knock, double release) {
            return new Struck(List.of(), slope, place, 0.00004, ring, damping, knock, release);
        }

        /** A bar, bell or drum head. */
        static Struck bar(double ring, double damping, double knock, double release, Partial... partials) {
            return new Struck(List.of(partials), 0, 0, 0, ring, damping, knock, release);
        }

        Struck stiff(double amount) {
            return new Struck(partials, slope, place, amount, ring, damping, knock, release);
        }
    }

    record Partial(double ratio, double strength) {}

    /**
     * Something is blown, bowed, sung or oscillates, and holds.
     *
     * @param tone strength of each partial
     * @param width how far partials are smeared, in cents: 0 one oscillator, 20 a section
     * @param envelope how it begins and ends
     * @param vibrato depth in cents
     * @param cutoff hertz above which it is darkened when it is at its brightest; 20000 for not at all
     * @param opening how far the cutoff moves, in cents: below 0 it comes down (a pluck), above 0 up (a brass attack)
     */
    record Sustained(
            Tone tone, double width, Envelope envelope, double vibrato, double cutoff, double opening, Image image)
            implements Recipe {
        static Sustained of(Tone tone, double width, Envelope envelope) {
            return new Sustained(tone, width, envelope, 0, 20_000, 0, Image.MONO);
        }

        /** About where the cutoff is while the sound is held, in hertz. */
        double settledCutoff() {
            return cutoff * StrictMath.pow(2, -Math.abs(opening) * (opening < 0 ? 0.6 : 0.25) / 1200);
        }

        Sustained vibrating(double cents) {
            return new Sustained(tone, width, envelope, cents, cutoff, opening, image);
        }

        Sustained filtered(double hertz, double cents) {
            return new Sustained(tone, width, envelope, vibrato, hertz, cents, image);
        }

        Sustained wide() {
            return new Sustained(tone, width, envelope, vibrato, cutoff, opening, Image.STEREO);
        }
    }

    enum Image {
        MONO,
        STEREO
    }

    /**
     * Seconds; the level is what it falls to while held, the release the time until it cannot be heard any more.
     *
     * @param level 0 to 1
     */
    record Envelope(double attack, double decay, double level, double release) {}

    /** The strength of a partial. */
    @FunctionalInterface
    interface Tone {
        /**
         * The strength of one partial.
         *
         * @param number 1 is the fundamental
         */
        double strength(int number, double hertz);

        static Tone saw(double slope) {
            return (number, _) -> StrictMath.pow(number, -slope);
        }

        static Tone odd(double slope) {
            return (number, _) -> number % 2 == 0 ? 0.02 / number : StrictMath.pow(number, -slope);
        }

        static Tone pulse(double share) {
            return (number, _) -> StrictMath.abs(StrictMath.sin(StrictMath.PI * number * share)) / number;
        }

        /** The first partials as listed, nothing above. */
        static Tone drawbars(double... strengths) {
            return (number, _) -> number <= strengths.length ? strengths[number - 1] : 0;
        }

        /** Strengthens what lies near the frequencies, as a body or a mouth does; pairs of hertz and gain. */
        default Tone resonating(double... pairs) {
            return (number, hertz) -> {
                double gain = 0.12;
                for (int i = 0; i < pairs.length; i += 2) {
                    double distance = StrictMath.log(hertz / pairs[i]) / 0.28;
                    gain += pairs[i + 1] * StrictMath.exp(-0.5 * distance * distance);
                }
                return strength(number, hertz) * gain;
            };
        }
    }
}
