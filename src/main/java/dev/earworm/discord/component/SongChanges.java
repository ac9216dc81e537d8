package dev.earworm.discord.component;

import dev.earworm.discord.command.SongOptions;
import dev.earworm.discord.command.TextFields;
import dev.earworm.discord.words.Lengths;
import dev.earworm.drafts.SongForm;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Providers;
import dev.earworm.music.Reference;
import dev.earworm.music.SongRequest;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Turns a song into a form, and the form into what to ask for instead. What a form has no field for stays as it was, as
 * far as the chosen model can: the format, the sound it starts from, and that nobody sings. The seed is another.
 */
public final class SongChanges {
    private final Providers providers;

    public SongChanges(Providers providers) {
        this.providers = providers;
    }

    /** A song that was planned becomes the words that it was planned from. */
    SongForm form(SongRequest song) {
        boolean hasLength = providers
                .model(song.model())
                .filter(model -> model.has(Feature.LENGTH))
                .isPresent();
        return new SongForm(
                song.prompt(),
                song.wordsToSing().orElse(""),
                "",
                hasLength ? Lengths.clock(song.length()) : "",
                song.model().toString());
    }

    SongOptions options(SongRequest song, SongForm typed) {
        Optional<MusicModel> model =
                TypedSong.model(typed).flatMap(ModelId::parse).flatMap(providers::model);
        String lyrics = kept(song.wordsToSing().orElse(""), typed.lyrics());
        return new SongOptions(
                kept(song.prompt(), TypedSong.prompt(typed)),
                TypedSong.length(typed),
                song.instrumental() && lyrics.isBlank() && can(model, Feature.INSTRUMENTAL),
                Optional.of(lyrics),
                TypedSong.model(typed),
                Optional.of(song.format().extension()),
                OptionalLong.empty(),
                reference(song, model));
    }

    /** A text that is longer than any field was not asked for. */
    private static String kept(String before, String typed) {
        return !TextFields.fit(before) && typed.isBlank() ? before : typed;
    }

    private static Optional<Reference> reference(SongRequest song, Optional<MusicModel> model) {
        return song.reference().filter(_ -> can(model, Feature.REFERENCE));
    }

    private static boolean can(Optional<MusicModel> model, Feature feature) {
        return model.filter(chosen -> chosen.has(feature)).isPresent();
    }
}
