package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Providers;
import dev.earworm.music.RequestPolicy;
import dev.earworm.music.SongRequest;
import dev.earworm.music.SynchronousProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class OptionSentencesTest {
    private static final MusicModel DREAMER = MusicModel.named(new ModelId("vendor", "dreamer"), "Dreamer")
            .ownLength(40)
            .prompt(1, 10)
            .build();
    private static final SongRequest EVERYTHING = new SongRequest(
            DREAMER.id(),
            "a prompt that is too long",
            Duration.ofSeconds(100),
            true,
            Optional.empty(),
            AudioFormat.MP3,
            OptionalLong.of(7),
            Optional.empty());

    @Test
    void whoCanDoItIsNamed() {
        assertThat(said(1)).contains("These models can: `vendor/able-0-").hasLineCount(5);
    }

    @Test
    void whatDoesNotFitIntoAMessageLeavesOutWhoCanDoIt() {
        assertThat(said(10))
                .hasLineCount(5)
                .doesNotContain("These models can")
                .hasSizeLessThanOrEqualTo(Message.MAX_CONTENT_LENGTH);
    }

    private static String said(int ableModels) {
        Stream<MusicModel> able = IntStream.range(0, ableModels)
                .mapToObj(i -> MusicModel.named(new ModelId("vendor", "able-" + i + "-" + "x".repeat(50)), "Able")
                        .length(3, 30, 300)
                        .prompt(1, 100)
                        .can(Feature.INSTRUMENTAL, Feature.SEED)
                        .build());
        SynchronousProvider provider = Mockito.mock();
        Mockito.when(provider.name()).thenReturn("vendor");
        Mockito.when(provider.models())
                .thenReturn(Stream.concat(Stream.of(DREAMER), able).toList());
        return new OptionSentences(new Providers(List.of(provider)))
                .of(DREAMER, EVERYTHING, RequestPolicy.problems(EVERYTHING, DREAMER));
    }
}
