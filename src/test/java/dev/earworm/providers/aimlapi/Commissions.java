package dev.earworm.providers.aimlapi;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.Commission;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.PlanSection;
import dev.earworm.music.Reference;
import dev.earworm.music.ReferenceAudio;
import dev.earworm.music.SongRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Songs to be made by the models of this vendor. */
final class Commissions {
    static final JobId JOB = new JobId("01hzy5c8k0abcdef");
    static final URI HUM = URI.create("https://cdn.discordapp.com/attachments/1/2/hum.mp3?ex=1&is=2&hm=3");

    /** Six seconds of rain, four of song. */
    static final CompositionPlan PLAN = new CompositionPlan(
            List.of("ambient"),
            List.of("drums", "shouting"),
            List.of(
                    PlanSection.of("Intro", Duration.ofSeconds(6), List.of("rain"), List.of()),
                    PlanSection.of("Verse 1", Duration.ofSeconds(4), List.of(), List.of("Light rain", "on the roof"))));

    private Commissions() {}

    static MusicModel model(String name) {
        return AimlapiModels.all().stream()
                .filter(model -> model.id().model().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static SongRequest song(String model, String prompt) {
        return new SongRequest(
                new ModelId("aimlapi", model),
                prompt,
                model(model).length().usual(),
                false,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
    }

    static SongRequest sung(String model, String prompt, String lyrics) {
        SongRequest song = song(model, prompt);
        return new SongRequest(
                song.model(),
                prompt,
                song.length(),
                false,
                Optional.of(lyrics),
                song.format(),
                song.seed(),
                song.reference());
    }

    static SongRequest instrumental(String model, String prompt) {
        SongRequest song = song(model, prompt);
        return new SongRequest(
                song.model(), prompt, song.length(), true, song.lyrics(), song.format(), song.seed(), song.reference());
    }

    static SongRequest in(AudioFormat format, SongRequest song) {
        return new SongRequest(
                song.model(),
                song.prompt(),
                song.length(),
                song.instrumental(),
                song.lyrics(),
                format,
                song.seed(),
                song.reference(),
                song.plan());
    }

    static SongRequest humming(SongRequest song) {
        return new SongRequest(
                song.model(),
                song.prompt(),
                song.length(),
                song.instrumental(),
                song.lyrics(),
                song.format(),
                song.seed(),
                Optional.of(new Reference(HUM, "hum.mp3", 30_000, "audio/mpeg")),
                song.plan());
    }

    /** @param hum the reference on our disk */
    static Commission commission(SongRequest song, Path hum) {
        Optional<ReferenceAudio> reference = song.reference()
                .map(from -> new ReferenceAudio(from.url(), hum, AudioFormat.MP3, Duration.ofSeconds(20)));
        return new Commission(JOB, song, 10 << 20, reference);
    }

    static Commission commission(SongRequest song) {
        return commission(song, Path.of("hum.mp3"));
    }
}
