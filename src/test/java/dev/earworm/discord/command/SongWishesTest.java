package dev.earworm.discord.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.Catalogue;
import dev.earworm.discord.command.SongWish.Clear;
import dev.earworm.discord.command.SongWish.Unclear;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.Reference;
import dev.earworm.music.SongRequest;
import dev.earworm.settings.SongRules;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SongWishesTest {
    private static final SongOptions PLAIN = new SongOptions(
            " a  calm\nriver ",
            OptionalLong.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty());

    private static final SongDefaults USUAL = SongDefaults.of(SongRules.NONE, Catalogue.providers());

    private final SongWishes wishes = new SongWishes(Catalogue.providers(), bound -> bound - 1);

    @Test
    void everythingThatWasNotSaidIsFilledIn() {
        assertThat(wishes.of(PLAIN, USUAL))
                .isEqualTo(new Clear(new SongRequest(
                        Catalogue.GRAND.id(),
                        "a calm river",
                        Duration.ofSeconds(30),
                        false,
                        Optional.empty(),
                        AudioFormat.MP3,
                        OptionalLong.of(SongRequest.MAX_SEED),
                        Optional.empty())));
    }

    @Test
    void everythingThatWasSaidIsKept() {
        Reference sound = reference("audio/mpeg");
        SongOptions options = new SongOptions(
                "x",
                OptionalLong.of(45),
                true,
                Optional.of("la\n\n\n\nla"),
                Optional.of(" booth/tiny "),
                Optional.of("OGG"),
                OptionalLong.of(3),
                Optional.of(sound));

        assertThat(wishes.of(options, USUAL))
                .isEqualTo(new Clear(new SongRequest(
                        Catalogue.TINY.id(),
                        "x",
                        Duration.ofSeconds(45),
                        true,
                        Optional.of("la\n\nla"),
                        AudioFormat.OGG,
                        OptionalLong.of(3),
                        Optional.of(sound))));
    }

    @Test
    void lyricsOfWhichNothingCanBeSeenAreNone() {
        SongOptions options = new SongOptions(
                "x",
                OptionalLong.empty(),
                false,
                Optional.of(" \u200B "),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());

        assertThat(wishes.of(options, USUAL))
                .isInstanceOfSatisfying(
                        Clear.class,
                        clear -> assertThat(clear.request().lyrics()).isEmpty());
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheKnownOnes() {
        SongOptions options = new SongOptions(
                "x",
                OptionalLong.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of("midi"),
                OptionalLong.empty(),
                Optional.empty());

        assertThat(wishes.of(options, USUAL))
                .isEqualTo(new Unclear("There is no such format. Choose one of: MP3, Ogg Opus, FLAC, WAV."));
    }

    @Test
    void aReferenceThatIsNoSoundIsRefused() {
        SongOptions options = new SongOptions(
                "x",
                OptionalLong.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of(reference("image/png")));

        assertThat(wishes.of(options, USUAL)).isEqualTo(new Unclear("The reference has to be a sound file."));
    }

    @Test
    void aLengthThatNoClockHasIsLeftToTheModelToRefuse() {
        SongOptions options = new SongOptions(
                "x",
                OptionalLong.of(-9_007_199_254_740_991L),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());

        assertThat(wishes.of(options, USUAL)).isInstanceOf(Clear.class);
    }

    private static Reference reference(String contentType) {
        return new Reference(URI.create("https://cdn.example/a"), "a", 12, contentType);
    }
}
