package dev.earworm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.unions.MessageChannelUnion;
import net.dv8tion.jda.api.events.channel.ChannelCreateEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateArchivedEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateLockedEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.thread.ThreadRevealedEvent;
import net.dv8tion.jda.api.events.thread.member.ThreadMemberJoinEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads and forum posts as an unmodified JDA lives through them. */
class ThreadJourneyTest extends SandboxFixture {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<JdaBot> bots = new CopyOnWriteArrayList<>();

    @AfterEach
    void logOut() {
        bots.forEach(JdaBot::close);
    }

    @Test
    void aLibraryHearsHowAThreadLives() throws Exception {
        SandboxThread before = alice.in(general).startsThread("before");
        SandboxThread asleep = alice.in(general).startsThread("asleep");
        asleep.archive();
        JDA jda = logIn();
        assertThat(jda.getThreadChannels()).extracting(ThreadChannel::getIdLong).containsExactly(before.id());

        SandboxThread rivers = alice.in(general).startsThread("rivers");
        rivers.archive();
        alice.in(rivers).posts("wake up");
        rivers.lock();
        alice.in(asleep).posts("wake up too");
        home.removeChannel(rivers);
        SandboxThread secret = alice.in(general).startsPrivateThread("secret");
        secret.add(home.bot());

        awaitUntil(() -> heard.contains("joined secret"));
        assertThat(heard)
                .containsExactly(
                        "created rivers",
                        "rivers archived true",
                        "rivers archived false",
                        "rivers locked true",
                        "asleep archived false",
                        "deleted rivers",
                        "revealed secret",
                        "joined secret");
        assertNoComplaints();
    }

    @Test
    void aCommandIsRunInAThreadAndInAForumPost() throws Exception {
        JDA jda = logIn(JdaBot.on(SlashCommandInteractionEvent.class, event -> {
            MessageChannelUnion channel = event.getChannel();
            ThreadChannel thread = channel.asThreadChannel();
            event.reply("%s in %s %s"
                            .formatted(
                                    thread.getName(),
                                    thread.getParentChannel().getType(),
                                    thread.getParentChannel().getName()))
                    .complete();
            channel.sendMessage("and a message").complete();
        }));
        jda.updateCommands().addCommands(Commands.slash("song", "a")).complete();
        SandboxThread thread = alice.in(general).startsThread("rivers");
        SandboxThread secret = alice.in(general).startsPrivateThread("secret");
        secret.add(home.bot());
        SandboxThread post = alice.in(home.forum("songs")).startsPost("A river", "Listen");

        assertThat(alice.in(thread).runs("song").response().content()).isEqualTo("rivers in TEXT general");
        assertThat(alice.in(secret).runs("song").response().content()).isEqualTo("secret in TEXT general");
        assertThat(alice.in(post).runs("song").response().content()).isEqualTo("A river in FORUM songs");
        awaitUntil(() -> post.messages().size() == 3);
        awaitUntil(() -> thread.isMember(home.bot()));
        assertNoComplaints();
    }

    private JDA logIn(EventListener... more) throws InterruptedException {
        EventListener listener = event -> {
            switch (event) {
                case ChannelCreateEvent created ->
                    heard.add("created " + created.getChannel().getName());
                case ChannelDeleteEvent deleted ->
                    heard.add("deleted " + deleted.getChannel().getName());
                case ThreadRevealedEvent revealed ->
                    heard.add("revealed " + revealed.getThread().getName());
                case ThreadMemberJoinEvent joined ->
                    heard.add("joined " + joined.getThread().getName());
                case ChannelUpdateArchivedEvent archived ->
                    heard.add(archived.getChannel().getName() + " archived " + archived.getNewValue());
                case ChannelUpdateLockedEvent locked ->
                    heard.add(locked.getChannel().getName() + " locked " + locked.getNewValue());
                default -> {}
            }
        };
        bots.add(JdaBot.logIn(sandbox, listener));
        JDA jda = bots.getFirst().jda();
        jda.addEventListener((Object[]) more);
        return jda;
    }

    private void awaitUntil(BooleanSupplier condition) throws Exception {
        sandbox.awaitUntil(Duration.ofSeconds(20), condition);
    }

    private void assertNoComplaints() {
        assertThat(bots.getFirst().complaints()).isEmpty();
    }
}
