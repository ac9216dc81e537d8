package dev.earworm.discord.command;

import static net.dv8tion.jda.api.Permission.ADMINISTRATOR;
import static net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_FILES;
import static net.dv8tion.jda.api.Permission.MESSAGE_EMBED_LINKS;
import static net.dv8tion.jda.api.Permission.MESSAGE_HISTORY;
import static net.dv8tion.jda.api.Permission.MESSAGE_SEND;
import static net.dv8tion.jda.api.Permission.MESSAGE_SEND_IN_THREADS;
import static net.dv8tion.jda.api.Permission.VIEW_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;

class PreflightTest {
    @Test
    void whoeverMayDoAllOfItLacksNothing() {
        Set<Permission> held = EnumSet.of(VIEW_CHANNEL, MESSAGE_SEND, MESSAGE_ATTACH_FILES, MESSAGE_EMBED_LINKS);

        assertThat(Preflight.missing(held, MESSAGE_SEND)).isEmpty();
        assertThat(Preflight.missing(EnumSet.of(ADMINISTRATOR), MESSAGE_SEND)).isEmpty();
    }

    @Test
    void exactlyWhatIsMissingIsNamed() {
        assertThat(Preflight.missing(EnumSet.of(VIEW_CHANNEL, MESSAGE_ATTACH_FILES), MESSAGE_SEND))
                .containsExactly(MESSAGE_SEND, MESSAGE_EMBED_LINKS);
        assertThat(Preflight.missing(Set.of(), MESSAGE_SEND))
                .containsExactly(VIEW_CHANNEL, MESSAGE_SEND, MESSAGE_EMBED_LINKS, MESSAGE_ATTACH_FILES);
    }

    @Test
    void toFetchSongsAgainIsAskedForInTheInvitationAndNeverBeforeASong() {
        assertThat(Preflight.everNeeded()).contains(MESSAGE_HISTORY);
        assertThat(Preflight.missing(Set.of(), MESSAGE_SEND)).doesNotContain(MESSAGE_HISTORY);
    }

    @Test
    void inAThreadOtherPermissionsCount() {
        Set<Permission> held = EnumSet.of(VIEW_CHANNEL, MESSAGE_SEND, MESSAGE_ATTACH_FILES, MESSAGE_EMBED_LINKS);

        assertThat(Preflight.missing(held, MESSAGE_SEND_IN_THREADS)).containsExactly(MESSAGE_SEND_IN_THREADS);
    }
}
