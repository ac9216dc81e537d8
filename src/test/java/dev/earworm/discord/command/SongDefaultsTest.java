package dev.earworm.discord.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.Catalogue;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.Providers;
import dev.earworm.settings.SongRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SongDefaultsTest {
    private static final Providers PROVIDERS = Catalogue.providers();
    private static final MusicModel TOLD = MusicModel.named(new ModelId("a", "b"), "A")
            .length(10, 60, 300)
            .prompt(1, 100)
            .build();
    private static final MusicModel UNTOLD = MusicModel.named(new ModelId("a", "c"), "A")
            .ownLength(60)
            .prompt(1, 100)
            .build();

    @Test
    void whereNothingWasSetTheyAreTheInstancesOwn() {
        SongDefaults defaults = SongDefaults.of(SongRules.NONE, PROVIDERS);

        assertThat(defaults).isEqualTo(new SongDefaults(Catalogue.GRAND, AudioFormat.MP3, Optional.empty()));
        assertThat(defaults.length(TOLD)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aModelThatIsGoneIsNone() {
        assertThat(SongDefaults.of(model("booth/tiny"), PROVIDERS).model()).isEqualTo(Catalogue.TINY);
        assertThat(SongDefaults.of(model("closed/down"), PROVIDERS).model()).isEqualTo(Catalogue.GRAND);
    }

    @Test
    void theFormatIsTheUsualOneWhereThatIsAllowed() {
        assertThat(format(AudioFormat.WAV, AudioFormat.MP3)).isEqualTo(AudioFormat.MP3);
        assertThat(format(AudioFormat.WAV, AudioFormat.FLAC)).isEqualTo(AudioFormat.FLAC);
    }

    @Test
    void theUsualLengthIsCutToWhatIsAllowedButNotBelowWhatTheModelMakes() {
        assertThat(longest(45).length(TOLD)).isEqualTo(Duration.ofSeconds(45));
        assertThat(longest(90).length(TOLD)).isEqualTo(Duration.ofSeconds(60));
        assertThat(longest(5).length(TOLD)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aModelThatCannotBeToldALengthKeepsItsOwn() {
        assertThat(longest(45).length(UNTOLD)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void theModelThatIsUsedComesFirst() {
        assertThat(SongDefaults.of(model("booth/tiny"), PROVIDERS).first(PROVIDERS.models()))
                .isEqualTo(List.of(Catalogue.TINY, Catalogue.GRAND));
    }

    private static SongRules model(String id) {
        return SongRules.NONE.withModel(ModelId.parse(id));
    }

    private static AudioFormat format(AudioFormat... allowed) {
        return SongDefaults.of(SongRules.NONE.withFormats(Set.of(allowed)), PROVIDERS)
                .format();
    }

    private static SongDefaults longest(int seconds) {
        return SongDefaults.of(SongRules.NONE.withLongestSeconds(Optional.of(seconds)), PROVIDERS);
    }
}
