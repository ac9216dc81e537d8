package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.ApplicationInfo;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.Test;

/** An unmodified JDA logs in, in each of the ways in which it can. */
class LoginTest extends SandboxFixture {
    @Test
    void jdaIsReadyAndKnowsItsGuildAndItsRights() throws Exception {
        general.deny(home.botRole(), dev.earworm.sandbox.Permission.ATTACH_FILES);
        try (JdaBot jda = JdaBot.logIn(sandbox)) {
            Guild guild = jda.jda().getGuildsByName("Home", false).getFirst();

            assertThat(jda.jda().getSelfUser().getIdLong()).isEqualTo(sandbox.applicationId());
            assertThat(guild.getTextChannelsByName("general", false))
                    .singleElement()
                    .satisfies(channel -> {
                        assertThat(guild.getSelfMember().hasPermission(channel, Permission.MESSAGE_SEND))
                                .isTrue();
                        assertThat(guild.getSelfMember().hasPermission(channel, Permission.MESSAGE_ATTACH_FILES))
                                .isFalse();
                    });
            assertThat(guild.getMaxFileSize()).isEqualTo(SandboxGuild.DEFAULT_UPLOAD_LIMIT);
            assertThat(jda.complaints()).isEmpty();
            assertThat(sandbox.unknownRequests()).isEmpty();
        }
    }

    @Test
    void jdaHearsOfWhatChangesLater() throws Exception {
        try (JdaBot jda = JdaBot.logIn(sandbox)) {
            SandboxGuild away = sandbox.guild("Away");
            SandboxChannel songs = home.channel("songs");
            songs.deny(home.botRole(), dev.earworm.sandbox.Permission.SEND_MESSAGES);
            home.botRole().grant(dev.earworm.sandbox.Permission.MANAGE_MESSAGES);
            home.bot().gets(home.role("dj"));
            home.setUploadLimit(100L * 1024 * 1024);
            JDA known = jda.jda();
            Guild guild = known.getGuildsByName("Home", false).getFirst();

            assertThat(sandbox.await(
                            Duration.ofSeconds(20),
                            () -> known.getGuildById(away.id()) != null
                                    && known.getTextChannelById(songs.id()) != null
                                    && guild.getMaxFileSize() == 100L * 1024 * 1024
                                    && guild.getSelfMember().hasPermission(Permission.MESSAGE_MANAGE)
                                    && guild.getSelfMember().getUnsortedRoles().size() == 2))
                    .isTrue();
            assertThat(guild.getChannels())
                    .hasSize(2)
                    .anyMatch(channel -> !guild.getSelfMember().hasPermission(channel, Permission.MESSAGE_SEND));
            home.removeChannel(songs);
            assertThat(sandbox.await(Duration.ofSeconds(20), () -> known.getTextChannelById(songs.id()) == null))
                    .isTrue();
            assertThat(jda.complaints()).isEmpty();
        }
    }

    @Test
    void aShardManagerFindsTheGatewayByTheApiAloneAndEachGuildReachesItsShard() throws Exception {
        ListAppender<ILoggingEvent> log = JdaBot.listen();
        sandbox.guild("Away");
        bot.registerSong();
        ShardManager shards = DefaultShardManagerBuilder.createDefault(sandbox.botToken())
                .setRestConfigProvider(_ -> new RestConfig().setBaseUrl(sandbox.apiUrl()))
                .setShardsTotal(2)
                .addEventListeners(JdaBot.on(
                        SlashCommandInteractionEvent.class,
                        event -> event.reply(
                                        "shard " + event.getJDA().getShardInfo().getShardId())
                                .queue()))
                .build();
        try {
            assertThat(sandbox.await(
                            Duration.ofSeconds(20),
                            () -> shards.getShards().stream()
                                    .allMatch(shard -> shard.getStatus() == JDA.Status.CONNECTED)))
                    .isTrue();

            String answer = alice.in(general).runs("song", Map.of()).response().content();

            assertThat(answer).isEqualTo("shard " + (home.id() >>> 22) % 2);
            assertThat(shards.getGuilds()).hasSize(2);
            assertThat(sandbox.requests())
                    .anyMatch(request -> request.route().equals("GET /gateway/bot") && request.status() == 200);
            assertThat(sandbox.unknownRequests()).isEmpty();
            assertThat(JdaBot.complaints(log)).isEmpty();
        } finally {
            shards.shutdown();
        }
    }

    @Test
    void uncompressedWorksAsWell() throws Exception {
        JDA jda = JdaBot.builder(sandbox).setCompression(Compression.NONE).build();
        try {
            assertThat(jda.awaitReady().getGuilds()).hasSize(1);
        } finally {
            jda.shutdownNow();
        }
    }

    @Test
    void aWrongTokenIsRefused() {
        assertThatThrownBy(() -> JdaBot.builder(sandbox).setToken("wrong").build())
                .isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void privilegedIntentsAreOnlyForThoseWhoWereGivenThem() throws Exception {
        JDA jda = JdaBot.builder(sandbox)
                .enableIntents(GatewayIntent.MESSAGE_CONTENT)
                .build();
        assertThatThrownBy(jda::awaitReady)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("intents");

        try (Sandbox granting = Sandbox.start(config().withPrivilegedIntents())) {
            JDA allowed = JdaBot.builder(granting)
                    .enableIntents(GatewayIntent.MESSAGE_CONTENT, GatewayIntent.GUILD_MEMBERS)
                    .build();
            granting.guild("Home").member("alice");
            assertThat(allowed.awaitReady().getGuilds()).hasSize(1);
            assertThat(allowed.getGuilds().getFirst().loadMembers().get())
                    .extracting(member -> member.getUser().getName())
                    .contains("alice");
            allowed.shutdownNow();
        }
    }

    @Test
    void whatJdaAsksOfAccountsAndGuildsIsAnswered() throws Exception {
        try (JdaBot jda = JdaBot.logIn(sandbox)) {
            ApplicationInfo application = jda.jda().retrieveApplicationInfo().complete();
            Guild guild = jda.jda().getGuilds().getFirst();

            assertThat(application.getIdLong()).isEqualTo(sandbox.applicationId());
            assertThat(jda.jda().retrieveUserById(alice.id()).complete().getName())
                    .isEqualTo("alice");
            assertThat(guild.retrieveMemberById(alice.id()).complete().getId()).isEqualTo(Long.toString(alice.id()));
            guild.getTextChannels().getFirst().sendTyping().complete();
            assertThat(sandbox.unknownRequests()).isEmpty();
            assertThat(jda.complaints()).isEmpty();
        }
    }
}
