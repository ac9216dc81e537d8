package dev.earworm.music;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a vendor takes for a song of a model, as far as it can be known before. Estimates are made of it, so in doubt it
 * is the higher figure.
 */
public sealed interface Price {
    /** What a song of this length will cost. */
    Usd of(Duration length);

    /** The same for every song; zero where songs are free. */
    record PerSong(Usd amount) implements Price {
        @Override
        public Usd of(Duration length) {
            return amount;
        }

        @Override
        public String toString() {
            return amount.equals(Usd.ZERO) ? "free" : amount + " a song";
        }
    }

    /** For each minute that was begun. */
    record PerMinute(Usd amount) implements Price {
        private static final Duration MINUTE = Duration.ofMinutes(1);

        @Override
        public Usd of(Duration length) {
            return amount.times(length.plus(MINUTE).minusNanos(1).dividedBy(MINUTE));
        }

        @Override
        public String toString() {
            return amount + " a minute";
        }
    }

    /** For each second that was begun. */
    record PerSecond(Usd amount) implements Price {
        private static final Duration SECOND = Duration.ofSeconds(1);

        @Override
        public Usd of(Duration length) {
            return amount.times(length.plus(SECOND).minusNanos(1).dividedBy(SECOND));
        }

        @Override
        public String toString() {
            return amount + " a second";
        }
    }

    /**
     * Steps by length; a song that is longer than the last step costs as much as that.
     *
     * @param tiers not empty
     */
    record Tiered(List<Tier> tiers) implements Price {
        public Tiered {
            tiers = tiers.stream().sorted(Comparator.comparing(Tier::upTo)).toList();
        }

        @Override
        public Usd of(Duration length) {
            return tiers.stream()
                    .filter(tier -> length.compareTo(tier.upTo()) <= 0)
                    .findFirst()
                    .orElse(tiers.getLast())
                    .amount();
        }

        @Override
        public String toString() {
            return tiers.getFirst().amount() + " to " + tiers.getLast().amount();
        }
    }

    /** One step: songs up to this length, this one included. */
    record Tier(Duration upTo, Usd amount) {}

    static Price free() {
        return new PerSong(Usd.ZERO);
    }

    /**
     * Reads what an operator writes: {@code 0.15/minute}, {@code 0.20/song} or {@code 0.002/second}, in US dollars.
     *
     * @throws IllegalArgumentException in words for the operator
     */
    static Price parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split("/", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException(
                    "a price is written as 0.15/minute, 0.002/second or 0.20/song, in US dollars");
        }
        Usd amount = Usd.of(parts[0]);
        return switch (parts[1]) {
            case "song" -> new PerSong(amount);
            case "minute" -> new PerMinute(amount);
            case "second" -> new PerSecond(amount);
            default -> throw new IllegalArgumentException("a price is per song, minute or second, not per " + parts[1]);
        };
    }
}
