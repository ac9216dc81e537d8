package dev.earworm;

import dev.earworm.music.Commission;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.ProviderFailure.ContentRefused;
import dev.earworm.music.ProviderFailure.Unavailable;
import dev.earworm.music.SongRequest;
import dev.earworm.music.Suggestion;
import dev.earworm.music.Suggestion.OtherPrompt;
import dev.earworm.sandbox.page.Control.Toggle;
import dev.earworm.sandbox.page.OnOff;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What can be made to go wrong with those who make the music. */
final class TryMusic {
    private static final int MOST_OF_A_PROMPT = 100;

    private final TrySlowness slowness;
    private final OnOff downtime = new OnOff();
    private final OnOff strictness = new OnOff();
    private final Set<String> suggested = ConcurrentHashMap.newKeySet();

    TryMusic(InstantSource clock) {
        slowness = new TrySlowness(clock);
    }

    /** The same provider, as slow, broken or strict as the switches say. */
    MusicProvider around(MusicProvider provider) {
        return new TryProvider(provider, this);
    }

    TrySlowness slowness() {
        return slowness;
    }

    /** While it is on, nobody answers. */
    Toggle downtime() {
        return downtime;
    }

    /** While it is on, prompts are refused, but for those that were suggested instead. */
    Toggle strictness() {
        return strictness;
    }

    Optional<ProviderFailure> outage() {
        return downtime.isOn() ? Optional.of(new Unavailable("the page's control lets it be down")) : Optional.empty();
    }

    /** Why this song is not taken, if so. */
    Optional<ProviderFailure> objection(Commission commission) {
        return outage().or(() -> refusal(commission.request()));
    }

    private Optional<ProviderFailure> refusal(SongRequest request) {
        if (!strictness.isOn() || suggested.contains(request.prompt())) {
            return Optional.empty();
        }
        // A plan is not made of its prompt any more.
        Optional<Suggestion> suggestion =
                Optional.of(request).filter(song -> song.plan().isEmpty()).map(this::suggestion);
        return Optional.of(new ContentRefused("the page's control refuses it", suggestion));
    }

    private OtherPrompt suggestion(SongRequest request) {
        String prompt = request.prompt().strip();
        String start = prompt.length() <= MOST_OF_A_PROMPT
                ? prompt
                : prompt.substring(0, MOST_OF_A_PROMPT).strip();
        String other = "something friendly in the mood of “" + start + "”";
        suggested.add(other);
        return new OtherPrompt(other);
    }
}
