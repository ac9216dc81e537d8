package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.discord.words.Prompts;
import dev.earworm.drafts.SongForm;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what was typed into a song's form. */
final class TypedSong {
    private static final int TYPED_SHOWN = 40;

    private TypedSong() {}

    /** Why a form cannot be read, in a sentence. */
    static Optional<String> problem(SongForm typed) {
        return typed.length().isBlank() || Lengths.read(typed.length()).isPresent()
                ? Optional.empty()
                : Optional.of(say("compose.no-length", MemberWords.shown(Prompts.line(typed.length()), TYPED_SHOWN)));
    }

    /** In seconds. */
    static OptionalLong length(SongForm typed) {
        return Lengths.read(typed.length())
                .map(Duration::toSeconds)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    static Optional<String> model(SongForm typed) {
        return Optional.of(typed.model()).filter(model -> !model.isEmpty());
    }

    /** A style alone is no prompt. */
    static String prompt(SongForm typed) {
        String prompt = Prompts.line(typed.prompt());
        String style = Prompts.line(typed.style());
        return prompt.isEmpty() || style.isEmpty() ? prompt : prompt + ", " + style;
    }
}
