package dev.earworm.discord.command;

import static net.dv8tion.jda.api.Permission.ADMINISTRATOR;
import static net.dv8tion.jda.api.Permission.MESSAGE_ATTACH_FILES;
import static net.dv8tion.jda.api.Permission.MESSAGE_EMBED_LINKS;
import static net.dv8tion.jda.api.Permission.MESSAGE_HISTORY;
import static net.dv8tion.jda.api.Permission.MESSAGE_SEND;
import static net.dv8tion.jda.api.Permission.MESSAGE_SEND_IN_THREADS;
import static net.dv8tion.jda.api.Permission.VIEW_CHANNEL;
import static net.dv8tion.jda.api.Permission.VOICE_CONNECT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import org.junit.jupiter.api.Test;

class PreflightTest {
    @Test
    void whoeverMayDoAllOfItLacksNothing() {
        Set<Permission> held = EnumSet.of(VIEW_CHANNEL, MESSAGE_SEND, MESSAGE_ATTACH_FILES, MESSAGE_EMBED_LINKS);

        assertThat(Preflight.missing(held, ChannelType.TEXT)).isEmpty();
        assertThat(Preflight.missing(EnumSet.of(ADMINISTRATOR), ChannelType.TEXT))
                .isEmpty();
    }

    @Test
    void exactlyWhatIsMissingIsNamed() {
        assertThat(Preflight.missing(EnumSet.of(VIEW_CHANNEL, MESSAGE_ATTACH_FILES), ChannelType.TEXT))
                .containsExactly(MESSAGE_SEND, MESSAGE_EMBED_LINKS);
        assertThat(Preflight.missing(Set.of(), ChannelType.TEXT))
                .containsExactly(VIEW_CHANNEL, MESSAGE_SEND, MESSAGE_EMBED_LINKS, MESSAGE_ATTACH_FILES);
    }

    @Test
    void toFetchSongsAgainIsAskedForInTheInvitationAndNeverBeforeASong() {
        assertThat(Preflight.everNeeded()).contains(MESSAGE_HISTORY);
        assertThat(Preflight.missing(Set.of(), ChannelType.TEXT)).doesNotContain(MESSAGE_HISTORY);
    }

    @Test
    void inAThreadOtherPermissionsCount() {
        Set<Permission> held = EnumSet.of(VIEW_CHANNEL, MESSAGE_SEND, MESSAGE_ATTACH_FILES, MESSAGE_EMBED_LINKS);

        assertThat(Preflight.missing(held, ChannelType.GUILD_PUBLIC_THREAD)).containsExactly(MESSAGE_SEND_IN_THREADS);
    }

    @Test
    void theChatOfAVoiceChannelIsOpenToThoseWhoMayJoinIt() {
        Set<Permission> held = EnumSet.of(VIEW_CHANNEL, MESSAGE_SEND, MESSAGE_ATTACH_FILES, MESSAGE_EMBED_LINKS);

        assertThat(Preflight.missing(held, ChannelType.VOICE)).containsExactly(VOICE_CONNECT);
        assertThat(Preflight.missing(held, ChannelType.STAGE)).containsExactly(VOICE_CONNECT);
        assertThat(Preflight.missing(held, ChannelType.NEWS)).isEmpty();
    }
}
