package dev.earworm.providers.aimlapi;

import dev.earworm.music.CompositionPlan;
import dev.earworm.music.PlanPrompt;
import dev.earworm.music.SongRequest;
import java.util.List;

/** What a song is to be like, in the one text that every model takes; none of them follows a plan, so it is told. */
final class AimlapiPrompt {
    private static final String WITHOUT_SINGING = "\n\nInstrumental only, no vocals.";
    private static final String BEFORE_LYRICS = "\n\nLyrics:\n";

    /** What is left of eleven_music's 2000 for the member's words and lyrics, so that an instrumental always fits. */
    static final int ELEVEN_MUSIC_LIMIT = 2000 - WITHOUT_SINGING.length();

    private AimlapiPrompt() {}

    static String of(SongRequest request) {
        return request.plan().map(plan -> PlanPrompt.of(request.prompt(), plan)).orElse(request.prompt());
    }

    /** eleven_music has no fields for lyrics and for "no singing" here, so the words say it. */
    static String ofElevenMusic(SongRequest request) {
        String words = of(request);
        return request.instrumental()
                ? words + WITHOUT_SINGING
                : words + request.wordsToSing().map(BEFORE_LYRICS::concat).orElse("");
    }

    /** For a model that is told apart what the whole song shall not be like. */
    static String withoutAvoided(SongRequest request) {
        return request.plan()
                .map(plan -> new CompositionPlan(plan.styles(), List.of(), plan.sections()))
                .map(plan -> PlanPrompt.of(request.prompt(), plan))
                .orElse(request.prompt());
    }
}
