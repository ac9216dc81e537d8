package dev.earworm.audio;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a player shows of a song. Every text may come from a stranger: it becomes one line without control characters
 * and is cut to length; an empty one is not written.
 *
 * @param title up to {@value #LINE} characters
 * @param artist up to {@value #LINE} characters
 * @param album up to {@value #LINE} characters
 * @param comment up to {@value #COMMENT} characters; the prompt, for one
 * @param genre up to {@value #LINE} characters
 * @param date when it was made
 */
public record Tags(String title, String artist, String album, String comment, String genre, Optional<LocalDate> date) {
    private static final int LINE = 200;
    private static final int COMMENT = 1000;
    private static final String ARTIST = "Earworm";
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    public Tags {
        title = oneLine(title, LINE);
        artist = oneLine(artist, LINE);
        album = oneLine(album, LINE);
        comment = oneLine(comment, COMMENT);
        genre = oneLine(genre, LINE);
    }

    /** By Earworm, and nothing else known. */
    public static Tags titled(String title) {
        return new Tags(title, ARTIST, "", "", "", Optional.empty());
    }

    public Tags by(String artist) {
        return new Tags(title, artist, album, comment, genre, date);
    }

    public Tags onAlbum(String album) {
        return new Tags(title, artist, album, comment, genre, date);
    }

    public Tags commented(String comment) {
        return new Tags(title, artist, album, comment, genre, date);
    }

    public Tags inGenre(String genre) {
        return new Tags(title, artist, album, comment, genre, date);
    }

    public Tags madeOn(LocalDate date) {
        return new Tags(title, artist, album, comment, genre, Optional.of(date));
    }

    /**
     * As ffmpeg reads them from a file. A file and not arguments, because Java writes arguments in the encoding of the
     * locale, which in a bare container is ASCII. Format: https://ffmpeg.org/ffmpeg-formats.html#Metadata-2
     */
    String asMetadataFile() {
        StringBuilder file = new StringBuilder(";FFMETADATA1\n");
        append(file, "title", title);
        append(file, "artist", artist);
        append(file, "album", album);
        append(file, "comment", comment);
        append(file, "genre", genre);
        date.ifPresent(day -> append(file, "date", day.toString()));
        return file.toString();
    }

    private static void append(StringBuilder file, String key, String value) {
        if (!value.isEmpty()) {
            file.append(line(key, value));
        }
    }

    /** One more line for {@link #asMetadataFile}. */
    static String line(String key, String value) {
        return key + "=" + value.replaceAll("[=;#\\\\]", "\\\\$0") + "\n";
    }

    private static String oneLine(String text, int longest) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(Tags::printable).filter(point -> point >= 0).forEach(line::appendCodePoint);
        String stripped = line.toString().replaceAll(" {2,}", " ").strip();
        if (stripped.length() <= longest) {
            return stripped;
        }
        int end = Character.isHighSurrogate(stripped.charAt(longest - 1)) ? longest - 1 : longest;
        return stripped.substring(0, end).strip();
    }

    /** The character itself, a space for any that breaks a line, or −1 for one that shows nothing or turns text round. */
    private static int printable(int point) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            return ' ';
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> -1;
            // Emoji are glued together by the joiner, which is a format character like those that turn text round.
            case Character.FORMAT -> point == ZERO_WIDTH_JOINER ? point : -1;
            default -> point;
        };
    }
}
