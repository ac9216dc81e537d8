package dev.earworm.providers.synth;

import dev.earworm.music.MusicProvider.RepeatedSubmit;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.StemSeparator;
import dev.earworm.providers.synth.score.Role;
import dev.earworm.providers.synth.score.Suite;
import dev.earworm.providers.synth.sound.Studio;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays the voices of a song one by one, where a vendor would have to guess them from the sound: the song is composed once
 * more, and each group of players is recorded alone. Who does not play gets no file. Nothing sings here, so the leading
 * voice is the melody.
 */
final class SynthStems implements StemSeparator {
    private static final String MELODY = "melody";
    private static final String ACCOMPANIMENT = "accompaniment";

    private final Repertory repertory;
    private final Studio studio;

    SynthStems(Repertory repertory, Studio studio) {
        this.repertory = repertory;
        this.studio = studio;
    }

    @Override
    public RepeatedSubmit repeatedSeparation() {
        return RepeatedSubmit.HARMLESS;
    }

    /** @throws UncheckedIOException when the disk does not take the files */
    @Override
    public Separation separate(Recording song, StemSet stems, Path folder) {
        Optional<Suite> suite = song.details().songId().flatMap(Recipe::read).flatMap(repertory::suite);
        if (suite.isEmpty()) {
            return failed(new ProviderFailure.BadRequest("the composer has changed since it made this song"));
        }
        try {
            return separated(suite.get(), stems, folder);
        } catch (InterruptedIOException e) {
            return failed(new ProviderFailure.Internal("interrupted while rendering"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write stems", e);
        }
    }

    private Separation separated(Suite suite, StemSet stems, Path folder) throws IOException {
        List<Stem> made = new ArrayList<>();
        Map<Path, Suite> voices = new LinkedHashMap<>();
        voices(stems).forEach((name, roles) -> {
            Suite voice = suite.only(part -> roles.contains(part.role()));
            if (voice.isHeard()) {
                Stem stem = new Stem(name, folder.resolve(name + ".wav"));
                made.add(stem);
                voices.put(stem.file(), voice);
            }
        });
        studio.recordApart(suite, voices, folder.resolve(".whole.wav"));
        return new Separation.Separated(made);
    }

    private static Map<String, List<Role>> voices(StemSet stems) {
        Map<String, List<Role>> voices = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            voices.computeIfAbsent(voice(role, stems), _ -> new ArrayList<>()).add(role);
        }
        return voices;
    }

    private static String voice(Role role, StemSet stems) {
        return switch (stems) {
            case TWO ->
                switch (role) {
                    case LEAD, COUNTER -> MELODY;
                    case CHORDS, PAD, ARPEGGIO, BASS, DRUMS, TEXTURE -> ACCOMPANIMENT;
                };
            case SIX ->
                switch (role) {
                    case LEAD, COUNTER -> MELODY;
                    case CHORDS, ARPEGGIO -> "chords";
                    case PAD -> "pad";
                    case BASS -> "bass";
                    case DRUMS -> "drums";
                    case TEXTURE -> "ambience";
                };
        };
    }

    private static Separation failed(ProviderFailure failure) {
        return new Separation.NotSeparated(failure);
    }
}
