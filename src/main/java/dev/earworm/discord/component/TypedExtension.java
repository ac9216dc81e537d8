package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import dev.earworm.drafts.SongForm;
import dev.earworm.music.Extension;
import dev.earworm.music.MusicModel;
import dev.earworm.music.PlanPolicy;
import dev.earworm.music.SongRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the form of "Extend" comes to. */
sealed interface TypedExtension {
    /** Something that can be asked for; whether the model takes it is for the core to say. */
    record Clear(Extension extension) implements TypedExtension {}

    /** Not so long, or no length at all, in a sentence. */
    record Unclear(String sentence) implements TypedExtension {}

    /** @param longest that is possible */
    static TypedExtension read(SongForm typed, Duration longest) {
        Optional<Duration> more = Lengths.read(typed.length())
                .filter(length -> length.compareTo(PlanPolicy.SHORTEST_SECTION) >= 0)
                .filter(length -> length.compareTo(longest) <= 0);
        return more.<TypedExtension>map(
                        length -> new Clear(new Extension(length, styles(typed.style()), lines(typed.lyrics()))))
                .orElseGet(() -> new Unclear(
                        say("extend.out-of-range", PlanPolicy.SHORTEST_SECTION.toSeconds(), longest.toSeconds())));
    }

    private static List<String> styles(String typed) {
        return Arrays.stream(typed.split("[,、，\\n]"))
                .map(Prompts::line)
                .filter(style -> !style.isEmpty())
                .toList();
    }

    private static List<String> lines(String typed) {
        return Prompts.lines(typed).lines().filter(line -> !line.isBlank()).toList();
    }

    /** What the longer song is called: as the song, and that it is longer; once, however often it was extended. */
    static String title(SongRequest song, MusicModel model) {
        String mark = say("extend.prompt", "");
        if (song.prompt().endsWith(mark)) {
            return song.prompt();
        }
        int room = Math.max(1, model.prompt().maximum() - mark.length());
        return say("extend.prompt", MemberWords.shortened(song.prompt(), room));
    }
}
