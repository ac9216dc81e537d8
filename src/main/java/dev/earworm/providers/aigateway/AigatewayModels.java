package dev.earworm.providers.aigateway;

import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.Price;
import dev.earworm.music.Usd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The music models that the vendor's public pages name (https://aigateway.sh/models/elevenlabs/elevenlabs-music and its
 * like). It states neither limits nor ranges ("clamped to each model's range"), so they are those of the makers.
 *
 * <p>Its pages print every price "per second", those of songs sold by the minute or by the piece too; only ACE-Step's is
 * the same figure in the same unit elsewhere (https://fal.ai/models/fal-ai/ace-step/prompt-to-audio).
 */
final class AigatewayModels {
    /** Two of them joined still fit into the 4100 that ElevenLabs takes, should the gateway join them. */
    private static final int TEXT_LIMIT = 2000;

    /** With the 5 % that the vendor keeps of each top-up. */
    private static final Price ACE_STEP_PRICE = new Price.PerSecond(Usd.of("0.00021"));

    static final List<MusicModel> ALL = List.of(
            named("elevenlabs/elevenlabs-music", "Eleven Music (AIgateway)")
                    .length(10, 60, 300)
                    .lyrics(1, TEXT_LIMIT)
                    .build(),
            named("sonauto/v2/text-to-music", "Sonauto v2 (AIgateway)")
                    .ownLength(95)
                    .lyrics(1, TEXT_LIMIT)
                    .typicalWait(Duration.ofMinutes(1))
                    .build(),
            named("stability-ai/stable-audio-25-text-to-audio", "Stable Audio 2.5 (AIgateway)")
                    .length(1, 60, 190)
                    .typicalWait(Duration.ofSeconds(20))
                    .build(),
            named("ace-step/ace-step-prompt-to-audio", "ACE-Step (AIgateway)")
                    .length(5, 60, 240)
                    .typicalWait(Duration.ofSeconds(20))
                    .price(ACE_STEP_PRICE)
                    .build());

    private AigatewayModels() {}

    static boolean can(ModelId id, Feature feature) {
        return find(id).filter(model -> model.has(feature)).isPresent();
    }

    private static Optional<MusicModel> find(ModelId id) {
        return ALL.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    private static MusicModel.Draft named(String slug, String title) {
        return MusicModel.named(new ModelId(AigatewayProvider.NAME, slug), title)
                .prompt(1, TEXT_LIMIT)
                .can(Feature.INSTRUMENTAL);
    }
}
