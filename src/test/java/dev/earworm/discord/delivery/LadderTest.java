package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.delivery.Ladder.Rung;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Destination;
import dev.earworm.jobs.Destination.InteractionToken;
import dev.earworm.jobs.Venue;
import dev.earworm.jobs.Visibility;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final InteractionToken TOKEN = new InteractionToken("secret", NOON);

    @Test
    void aPublicSongGoesToItsChannelThenToTheCommandThenToItsMember() {
        assertThat(Ladder.rungs(to(Visibility.PUBLIC), NOON.minusMillis(1)))
                .containsExactly(new Rung.Channel(), new Rung.Interaction(TOKEN), new Rung.Direct());
    }

    @Test
    void aPrivateSongGoesToItsMemberThenToTheCommandAndNeverToTheChannel() {
        assertThat(Ladder.rungs(to(Visibility.PRIVATE), NOON.minusMillis(1)))
                .containsExactly(new Rung.Direct(), new Rung.Interaction(TOKEN));
    }

    @Test
    void inDirectMessagesASongComesAsANewMessageThere() {
        assertThat(Ladder.rungs(at(Venue.DIRECT_MESSAGES), NOON.minusMillis(1)))
                .containsExactly(new Rung.Direct(), new Rung.Interaction(TOKEN));
    }

    @Test
    void whereTheBotIsNotItAnswersTheCommandAsLongAsItMay() {
        assertThat(Ladder.rungs(at(Venue.ELSEWHERE), NOON.minusMillis(1)))
                .containsExactly(new Rung.Interaction(TOKEN), new Rung.Direct());
        assertThat(Ladder.rungs(at(Venue.ELSEWHERE), NOON)).containsExactly(new Rung.Direct());
    }

    @Test
    void aDeadTokenIsNoWay() {
        assertThat(Ladder.rungs(to(Visibility.PUBLIC), NOON)).containsExactly(new Rung.Channel(), new Rung.Direct());
        assertThat(Ladder.rungs(to(Visibility.PRIVATE), NOON)).containsExactly(new Rung.Direct());
    }

    private static Destination at(Venue venue) {
        return new Destination(new ChannelId(1), Visibility.PUBLIC, Optional.of(TOKEN), 1000, Locale.ENGLISH, venue);
    }

    private static Destination to(Visibility visibility) {
        return new Destination(new ChannelId(1), visibility, Optional.of(TOKEN), 1000, Locale.ENGLISH);
    }
}
