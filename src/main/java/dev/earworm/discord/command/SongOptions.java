package dev.earworm.discord.command;

import dev.earworm.jobs.Visibility;
import dev.earworm.music.Reference;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/**
 * What a member typed after {@code /song}, or into its form, as it came in; nothing is checked and no default is filled in.
 *
 * @param length in seconds
 */
public record SongOptions(
        String prompt,
        OptionalLong length,
        boolean instrumental,
        Optional<String> lyrics,
        Optional<String> model,
        Optional<String> format,
        OptionalLong seed,
        Optional<Reference> reference) {
    static final String PROMPT = "prompt";
    static final String LENGTH = "length";
    static final String INSTRUMENTAL = "instrumental";
    static final String LYRICS = "lyrics";
    static final String MODEL = "model";
    static final String FORMAT = "format";
    static final String SEED = "seed";
    static final String REFERENCE = "reference";
    static final String PRIVATE = "private";

    static SongOptions of(SlashCommandInteractionEvent event) {
        return new SongOptions(
                option(event, PROMPT, OptionMapping::getAsString).orElse(""),
                number(event, LENGTH),
                option(event, INSTRUMENTAL, OptionMapping::getAsBoolean).orElse(false),
                option(event, LYRICS, OptionMapping::getAsString),
                option(event, MODEL, OptionMapping::getAsString),
                option(event, FORMAT, OptionMapping::getAsString),
                number(event, SEED),
                option(event, REFERENCE, OptionMapping::getAsAttachment).map(SongOptions::reference));
    }

    SongOptions withModel(Optional<String> other) {
        return new SongOptions(prompt, length, instrumental, lyrics, other, format, seed, reference);
    }

    static Visibility visibility(SlashCommandInteractionEvent event) {
        return option(event, PRIVATE, OptionMapping::getAsBoolean).orElse(false)
                ? Visibility.PRIVATE
                : Visibility.PUBLIC;
    }

    private static OptionalLong number(SlashCommandInteractionEvent event, String name) {
        return option(event, name, OptionMapping::getAsLong)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    private static <T> Optional<T> option(
            SlashCommandInteractionEvent event, String name, Function<OptionMapping, T> reading) {
        return Optional.ofNullable(event.getOption(name)).map(reading);
    }

    private static Reference reference(Attachment file) {
        String type = Optional.ofNullable(file.getContentType()).orElse("");
        return new Reference(URI.create(file.getUrl()), file.getFileName(), file.getSize(), type);
    }
}
