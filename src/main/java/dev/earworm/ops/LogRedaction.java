package dev.earworm.ops;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Blanks secrets in what is about to be logged: those it was told of, and whatever looks like one.
 *
 * <p>Libraries log requests, addresses and answers that we never see, so the last step before the output is the only
 * place that sees every line.
 */
final class LogRedaction {
    private static final String BLANK = "[secret]";
    private static final String WORDS = "[words]";

    /** Shorter ones would leave holes in every line; no real key is that short. */
    private static final int SHORTEST = 6;

    private static final List<Pattern> SUSPICIOUS = List.of(
            // Headers, also inside of JSON, where quotation marks have backslashes.
            Pattern.compile("(?i)((?:authorization|x(?:i)?-api-key)[\\\\\"']*\\s*[:=]\\s*[\\\\\"']*(?:bot |bearer )?)"
                    + "[^\\s\\\\\"',;]+"),
            Pattern.compile("(?i)(\\b(?:bot|bearer)\\s+)[a-z0-9._~+/=-]{16,}"),
            // A bot token by itself: the bot's number in base64, a time, a signature.
            Pattern.compile("((?<![\\w-]))[\\w-]{23,28}\\.[\\w-]{6,7}\\.[\\w-]{27,}"),
            // Whoever has an interaction's token may answer it for 15 minutes.
            Pattern.compile("(/(?:interactions|webhooks)/[0-9]+/)[\\w-]{20,}"));

    private final List<String> secrets;

    LogRedaction(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .flatMap(secret -> Stream.of(secret, LogLayout.escaped(secret)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Blanks what a song is about, also inside of a vendor's JSON. */
    static String withoutWords(String text, List<String> words) {
        String blanked = text;
        for (String word : words) {
            blanked = blanked.replace(word, WORDS).replace(LogLayout.escaped(word), WORDS);
        }
        return blanked;
    }

    String blanked(String text) {
        String blanked = text;
        for (String secret : secrets) {
            blanked = blanked.replace(secret, BLANK);
        }
        for (Pattern suspicious : SUSPICIOUS) {
            blanked = suspicious.matcher(blanked).replaceAll("$1" + BLANK);
        }
        return blanked;
    }
}
