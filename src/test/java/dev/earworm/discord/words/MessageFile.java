package dev.earworm.discord.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The sentences of one language as they are written, without what a language borrows from English. */
final class MessageFile {
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    private MessageFile() {}

    /** Of one feature, in the order of the file. */
    static SequencedMap<String, String> read(String feature, Language language) {
        SequencedMap<String, String> sentences = new LinkedHashMap<>();
        lines(file(feature, language)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(entry -> sentences.put(entry[0], entry[1].replace("\\n", "\n")));
        return sentences;
    }

    /** Of all features. */
    static SequencedMap<String, String> all(Language language) {
        SequencedMap<String, String> sentences = new LinkedHashMap<>();
        Messages.FEATURES.forEach(feature -> sentences.putAll(read(feature, language)));
        return sentences;
    }

    private static Path file(String feature, Language language) {
        String suffix = language == Language.ENGLISH ? "" : "_" + language.locale();
        return FOLDER.resolve(feature + suffix + ".properties");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
