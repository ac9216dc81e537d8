package dev.earworm.providers.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.CompositionPlan;
import dev.earworm.music.Planner;
import dev.earworm.music.ProviderFailure.Internal;
import dev.earworm.providers.JsonBody;
import dev.earworm.providers.VendorAnswer;
import java.util.Optional;

/** Has plans written (https://elevenlabs.io/docs/api-reference/music/create-composition-plan); takes no credits. */
final class ElevenLabsPlanner implements Planner {
    private static final int LONGEST_PROMPT = 4100;
    private static final String REDO = """


            Keep the sections of the source plan, their order, names and lengths. Write section %d, "%s", anew: give it other \
            styles and, if it is sung, other lyrics. Leave all other sections exactly as they are.""";

    private final ElevenLabsClient client;

    ElevenLabsPlanner(ElevenLabsClient client) {
        this.client = client;
    }

    @Override
    public Planning plan(PlanRequest request) {
        return client.ask(
                client.request(client.address("v1/music/plan"))
                        .post(new JsonBody(body(request)))
                        .build(),
                this::read,
                Planning.NotPlanned::new);
    }

    @Override
    public Optional<SectionPlanner> sections() {
        return Optional.of(this::redo);
    }

    /** The vendor has no call for it: it starts from the plan, is told in words, and the other sections are ours. */
    private Planning redo(SectionRequest request) {
        CompositionPlan plan = request.plan();
        return switch (plan(new PlanRequest(request.model(), words(request), Optional.empty(), Optional.of(plan)))) {
            case Planning.NotPlanned not -> not;
            case Planning.Planned done ->
                plan.withSectionOf(done.plan(), request.index())
                        .<Planning>map(Planning.Planned::new)
                        .orElseGet(() -> new Planning.NotPlanned(new Internal("the vendor's plan has other sections")));
        };
    }

    private static String words(SectionRequest request) {
        String name = request.plan().sections().get(request.index()).name();
        String wish = REDO.formatted(request.index() + 1, name);
        int room = LONGEST_PROMPT - wish.length();
        String prompt = request.prompt();
        if (prompt.length() <= room) {
            return prompt + wish;
        }
        int end = Character.isHighSurrogate(prompt.charAt(room - 1)) ? room - 1 : room;
        return prompt.substring(0, end) + wish;
    }

    private static ObjectNode body(PlanRequest request) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("prompt", request.prompt())
                .put("model_id", request.model().model());
        request.length().ifPresent(length -> json.put("music_length_ms", length.toMillis()));
        request.source()
                .ifPresent(source -> json.set(
                        "source_composition_plan", PlanShape.of(request.model()).write(source)));
        return json;
    }

    private Planning read(VendorAnswer answer) {
        if (!answer.successful()) {
            return new Planning.NotPlanned(client.errors().ofQuestion(answer));
        }
        JsonNode json = SnakeCase.of(answer.json());
        Optional<CompositionPlan> plan =
                PlanShape.read(json.path("composition_plan")).or(() -> PlanShape.read(json));
        return plan.<Planning>map(Planning.Planned::new)
                .orElseGet(() -> new Planning.NotPlanned(new Internal("the vendor's answer is no plan")));
    }
}
