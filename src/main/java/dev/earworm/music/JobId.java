package dev.earworm.music;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Names one accepted song for its whole life: its job, its reservation, its folder, the idempotency key at a vendor.
 *
 * <p>Sixteen characters of Crockford's base 32 in lower case, ten of time and six of chance: ids sort by the time they
 * were made, and fit into a Discord nonce (25 characters), a button's id and a file name.
 */
public record JobId(String value) implements Comparable<JobId> {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int TIME_DIGITS = 10;
    private static final int CHANCE_DIGITS = 6;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-hjkmnp-tv-z]{16}");
    private static final SecureRandom CHANCE = new SecureRandom();

    public JobId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a job id: " + value);
        }
    }

    /** Whether the text, which may come from a forged button, has the shape of an id. */
    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }

    public static JobId next(Instant now) {
        long chance = CHANCE.nextLong(1L << (5 * CHANCE_DIGITS));
        return new JobId(digits(now.toEpochMilli(), TIME_DIGITS) + digits(chance, CHANCE_DIGITS));
    }

    /**
     * The id of a song that something asked for at one moment: the same whenever it is made of the same two, so that what
     * is heard twice makes one song.
     *
     * @param number tells apart what happened within one millisecond; 0 to 2^22 − 1
     */
    public static JobId at(Instant moment, int number) {
        // Apart from each other, as those that follow count up from here.
        long chance = (long) number << 8;
        return new JobId(digits(moment.toEpochMilli(), TIME_DIGITS) + digits(chance, CHANCE_DIGITS));
    }

    /**
     * The id of the song that follows this one, if ever one does: the same whenever it is asked for, so that two who ask
     * at once, or one who asks again after a crash, mean the same song.
     */
    public JobId successor() {
        long chance = 0;
        for (char digit : value.substring(TIME_DIGITS).toCharArray()) {
            chance = chance << 5 | ALPHABET.indexOf(digit);
        }
        long next = (chance + 1) % (1L << (5 * CHANCE_DIGITS));
        return new JobId(value.substring(0, TIME_DIGITS) + digits(next, CHANCE_DIGITS));
    }

    private static String digits(long number, int count) {
        char[] digits = new char[count];
        for (int i = count - 1; i >= 0; i--) {
            digits[i] = ALPHABET.charAt((int) (number & 31));
            number >>>= 5;
        }
        return new String(digits);
    }

    @Override
    public int compareTo(JobId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
