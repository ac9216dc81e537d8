package dev.earworm.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.ComposerException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** What the operator's file says. */
sealed interface SettingsFile {
    /**
     * A file with known keys, or none at all.
     *
     * @param values what is written for known keys, by path; blank where nothing follows the colon
     * @param mistakes what is written beside them
     */
    record Read(Map<String, String> values, List<Mistake> mistakes) implements SettingsFile {}

    /** A file of which nothing can be known. */
    record Unreadable(Mistake mistake) implements SettingsFile {}

    /** No file: every key has its default. */
    static SettingsFile none() {
        return new Read(Map.of(), List.of());
    }

    static SettingsFile at(Path file) {
        String name = Quoted.plain(file.toString());
        try {
            return parse(name, Files.readString(file));
        } catch (NoSuchFileException e) {
            return unreadable(name + ": there is no such file.");
        } catch (CharacterCodingException e) {
            return unreadable(name + ": this is not text in UTF-8.");
        } catch (IOException e) {
            return unreadable(name + ": this cannot be read as a file.");
        }
    }

    private static SettingsFile parse(String name, String text) {
        try {
            return switch (new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text))) {
                case null -> none();
                case MappingNode root -> new WrittenKeys().walk(root);
                case Node other -> unreadable(name + ": this has to be keys with values, as in \"discord:\".");
            };
        } catch (ComposerException e) {
            // Its own words would quote the text behind the star, which may be a secret.
            return malformed(name, line(e), "an alias without its anchor, or a second document");
        } catch (MarkedYAMLException e) {
            return malformed(name, line(e), e.getProblem());
        } catch (ReaderException e) {
            return malformed(name, line(text, e.getPosition()), "there is a control character");
        } catch (YAMLException e) {
            return unreadable(name + ": this is not YAML that can be read.");
        }
    }

    private static SettingsFile malformed(String name, int line, String problem) {
        return unreadable(name + ", line " + (line + 1) + ": " + Quoted.plain(problem) + ".");
    }

    private static int line(MarkedYAMLException e) {
        return e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
    }

    private static int line(String text, int position) {
        return (int) text.substring(0, Math.min(position, text.length()))
                .chars()
                .filter(character -> character == '\n')
                .count();
    }

    private static SettingsFile unreadable(String sentence) {
        return new Unreadable(new Mistake(sentence));
    }
}
