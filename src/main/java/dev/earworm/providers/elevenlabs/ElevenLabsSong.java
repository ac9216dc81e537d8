package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanPolicy;
import dev.earworm.music.SongRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * A song as it is asked for: a prompt, or a plan, never both.
 *
 * <p>Only fields of the vendor's documents are sent. The server's own schema has more, {@code lyrics_text} among them,
 * which its documents and clients leave out (https://elevenlabs.io/docs/api-reference/music/compose-detailed).
 */
final class ElevenLabsSong {
    private static final String SINGING = "vocals";

    private final SongRequest request;
    private final SongKeeping keeping;

    ElevenLabsSong(SongRequest request, SongKeeping keeping) {
        this.request = request;
        this.keeping = keeping;
    }

    /** For {@code /v1/music/detailed}. */
    ObjectNode detailed() {
        ObjectNode json = plain();
        if (mayBeSung()) {
            json.put("with_timestamps", true);
        }
        return json;
    }

    /** For {@code /v1/music}, which tells no words. */
    ObjectNode plain() {
        // Without a model the vendor takes its deprecated one.
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("model_id", request.model().model());
        request.plan().ifPresentOrElse(plan -> addPlan(plan, json), () -> addPrompt(json));
        switch (keeping) {
            case KEPT -> json.put("store_for_inpainting", true);
            case NOT_KEPT -> {}
        }
        return json;
    }

    /** Without a length the vendor would choose one. A seed is refused beside a prompt. */
    private void addPrompt(ObjectNode json) {
        json.put("prompt", ElevenLabsPrompt.of(request))
                .put("music_length_ms", request.length().toMillis())
                .put("force_instrumental", request.instrumental());
    }

    /** A length of the whole is refused beside a plan: its sections have theirs. */
    private void addPlan(CompositionPlan plan, ObjectNode json) {
        PlanShape shape = PlanShape.of(request.model());
        json.set("composition_plan", shape.write(request.instrumental() ? unsung(plan) : plan));
        request.seed().ifPresent(seed -> json.put("seed", seed));
        switch (shape) {
            case SECTIONS -> json.put("respect_sections_durations", true);
            case CHUNKS -> {}
        }
    }

    /** {@code force_instrumental} is refused beside a plan; a style that must not be there is what is left. */
    private static CompositionPlan unsung(CompositionPlan plan) {
        if (plan.avoided().contains(SINGING) || plan.avoided().size() >= PlanPolicy.MAX_STYLES) {
            return plan;
        }
        List<String> avoided = new ArrayList<>(plan.avoided());
        avoided.add(SINGING);
        return new CompositionPlan(plan.styles(), avoided, plan.sections());
    }

    /** A prompt without lyrics may still be sung, to words of the model's own. */
    private boolean mayBeSung() {
        return !request.instrumental()
                && request.plan().map(CompositionPlan::hasLyrics).orElse(true);
    }
}
