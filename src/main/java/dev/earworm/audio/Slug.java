package dev.earworm.audio;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A title that is safe as a file name everywhere: {@code A calm river!} becomes {@code a-calm-river}.
 *
 * @param text lower-case Latin letters and digits in groups joined by single hyphens, at most {@value #LONGEST}
 */
public record Slug(String text) {
    static final int LONGEST = 60;

    private static final String FALLBACK = "song";
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ]");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");
    /** Names that Windows opens as a device, whatever their ending. */
    private static final Pattern DEVICES = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    public Slug {
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a slug: " + text);
        }
    }

    /** From any words at all; {@code song} when no Latin letter or digit is left of them. */
    public static Slug of(String words) {
        String hyphened = OTHERS.matcher(latin(words)).replaceAll("-");
        String slug = cut(EDGES.matcher(hyphened).replaceAll(""));
        if (slug.isEmpty()) {
            return new Slug(FALLBACK);
        }
        return new Slug(DEVICES.matcher(slug).matches() ? FALLBACK + "-" + slug : slug);
    }

    /** Of words and what tells one from others of the same words; those give way: {@code a-calm-river-drums}. */
    public static Slug of(String words, String distinction) {
        String end = "-" + of(distinction).text;
        String begin = of(words).text;
        int room = LONGEST - end.length();
        return new Slug((begin.length() <= room
                        ? begin
                        : EDGES.matcher(begin.substring(0, room)).replaceAll(""))
                + end);
    }

    /** With the ending of its kind: {@code a-calm-river.mp3}. */
    public String fileName(AudioKind kind) {
        return text + "." + kind.extension();
    }

    /** Accents are folded; letters that Unicode does not take apart are spelled out. */
    private static String latin(String words) {
        String whole = APOSTROPHES.matcher(words).replaceAll("").toLowerCase(Locale.ROOT);
        String folded = ACCENTS.matcher(Normalizer.normalize(whole, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return folded.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ł", "l")
                .replace("ı", "i");
    }

    private static String cut(String slug) {
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int lastWord = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, lastWord > 0 ? lastWord : LONGEST);
    }
}
