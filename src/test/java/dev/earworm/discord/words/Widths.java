package dev.earworm.discord.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.modals.Modal;

/** Where Discord leaves little room: how long a sentence may be, found by where the code says it. */
final class Widths {
    private static final Path SOURCES = Path.of("src/main/java/dev/earworm/discord");

    /** Each up to the first sentence that is said in it. */
    private static final Map<Pattern, Integer> PLACES = Map.of(
            said("new PostButton"), Button.LABEL_MAX_LENGTH,
            said("Label\\.of"), Label.LABEL_MAX_LENGTH,
            said("addField"), Label.LABEL_MAX_LENGTH,
            said("Modal\\.create"), Modal.MAX_TITLE_LENGTH,
            said("new PostMenu"), TextInput.MAX_PLACEHOLDER_LENGTH,
            said("setPlaceholder"), TextInput.MAX_PLACEHOLDER_LENGTH);

    private Widths() {}

    /** In characters, by key. */
    static SortedMap<String, Integer> limits() {
        SortedMap<String, Integer> limits = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String code = Files.readString(source);
                PLACES.forEach((place, limit) ->
                        place.matcher(code).results().forEach(match -> limits.merge(match.group(1), limit, Math::min)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return limits;
    }

    private static Pattern said(String place) {
        return Pattern.compile(place + "\\([^;]*?\\bsay\\(\\s*\"([^\"]+)\"");
    }
}
