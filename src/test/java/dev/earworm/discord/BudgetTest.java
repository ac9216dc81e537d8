package dev.earworm.discord;

import static dev.earworm.quota.QuotaFixtures.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.BotRig.Scene;
import dev.earworm.discord.delivery.BudgetPosts;
import dev.earworm.discord.delivery.GuildLog;
import dev.earworm.jobs.BudgetListener;
import dev.earworm.jobs.BudgetWatch;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Job;
import dev.earworm.music.Usd;
import dev.earworm.quota.Cap;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.NearCeiling;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaRule;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Songs cost 20 cents each, and everybody together may spend 90 cents a day. */
class BudgetTest {
    private static final String WARNING = "Four fifths of what this server may spend today are spent or set aside. "
            + "At the limit, songs that cost money are refused. Today's limits start anew <t:\\d+:R>, at <t:\\d+:t>\\.";

    private final List<NearCeiling> toldToTheOperator = new CopyOnWriteArrayList<>();
    private BotRig rig;
    private GuildLog log;
    private BudgetWatch watch;

    @BeforeEach
    void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(
                folder,
                Catalogue.priced("studio/grand=0.20/song"),
                only(Limit.DAILY_USD, Usd.of("0.90").micros()));
        log = rig.connection.guildLog(rig.database.settings());
        watch = watch();
    }

    @AfterEach
    void stop() {
        log.close();
        rig.close();
    }

    private BudgetWatch watch() {
        BudgetPosts posts = new BudgetPosts(log);
        return watch(ceiling -> {
            if (ceiling.pot() == Pot.INSTANCE) {
                toldToTheOperator.add(ceiling);
            }
            return posts.tells(ceiling);
        });
    }

    private BudgetWatch watch(BudgetListener listener) {
        return new BudgetWatch(
                rig.database.ledger(), rig.allowances(), rig.database.budgetWarnings(), listener, rig.clock);
    }

    @Test
    void whatEverybodyMaySpendTogetherEndsForEverybody() {
        Scene scene = rig.scene();
        List<Job> songs = spend(scene, 4);
        Scene elsewhere = rig.scene();

        assertThat(refusal(elsewhere))
                .startsWith("This bot may spend less today than this song costs, all servers together. "
                        + "A shorter song or a cheaper model may fit. You have left: 4 songs today");
        rig.database.ledger().settle(songs.getLast().id(), Usd.of("0.31"));
        assertThat(refusal(elsewhere))
                .startsWith("This bot has spent what it may today, all servers together. "
                        + "You have left: 4 songs today, 5:00 of music today. Today's limits start anew <t:")
                .doesNotContain("$");
        assertThat(elsewhere.unfinished()).isEmpty();
    }

    private static String refusal(Scene scene) {
        return scene.says(scene.bob, "song", Map.of("prompt", "one more")).content();
    }

    @Test
    void theAdminsAreWarnedOnceInTheirLogChannelWhenFourFifthsAreSpent() {
        Scene scene = withLog();
        ceiling(scene, "0.50");
        told(spend(scene, 1));
        assertThat(warnings(scene)).isEmpty();

        told(spend(scene, 1));
        rig.eventually(() -> warnings(scene).size() == 1);
        assertThat(warnings(scene).getFirst()).matches(WARNING);

        told(scene.unfinished());
        watch.tell();
        assertThat(warnings(scene)).hasSize(1);
        assertThat(rig.database.budgetWarnings().untold()).isEmpty();
    }

    @Test
    void aCeilingThatWasRaisedIsWarnedOfAnew() {
        Scene scene = withLog();
        ceiling(scene, "0.25");
        told(spend(scene, 1));
        rig.eventually(() -> warnings(scene).size() == 1);
        // Ticked off behind that.
        rig.eventually(() -> rig.database.budgetWarnings().untold().isEmpty());

        ceiling(scene, "0.50");
        told(scene.unfinished());
        assertThat(rig.database.budgetWarnings().untold()).isEmpty();
        told(spend(scene, 1));
        rig.eventually(() -> warnings(scene).size() == 2);

        told(scene.unfinished());
        watch.tell();
        assertThat(warnings(scene)).hasSize(2);
    }

    @Test
    void aWarningThatCouldNotBeToldIsToldWhenTheNextSongChanges() {
        Scene scene = withLog();
        ceiling(scene, "0.40");
        List<Job> songs = spend(scene, 2);
        AtomicInteger asked = new AtomicInteger();
        BudgetWatch patient = watch(_ -> asked.incrementAndGet() > 1);
        patient.changed(songs.getFirst());
        rig.eventually(() -> {
            patient.changed(songs.getLast());
            return rig.database.budgetWarnings().untold().isEmpty();
        });

        patient.changed(songs.getLast());
        patient.tell();
        assertThat(asked).hasValue(2);
    }

    @Test
    void theOperatorIsWarnedOnceForAllServers() {
        Scene scene = rig.scene();
        told(spend(scene, 3));
        assertThat(toldToTheOperator).isEmpty();

        told(spend(scene, 1));
        rig.eventually(() -> !toldToTheOperator.isEmpty());
        watch.tell();
        assertThat(toldToTheOperator)
                .singleElement()
                .satisfies(near -> assertThat(near.limit()).isEqualTo(Limit.DAILY_USD));
    }

    @Test
    void aWarningThatACrashKeptBackIsToldAfterwards() {
        Scene scene = withLog();
        ceiling(scene, "0.40");
        BudgetWatch dying = watch(_ -> {
            throw new IllegalStateException("power cut");
        });
        spend(scene, 2).forEach(dying::changed);
        rig.eventually(() -> rig.database.budgetWarnings().untold().size() == 1);

        watch().tell();

        assertThat(warnings(scene)).hasSize(1);
        assertThat(rig.database.budgetWarnings().untold()).isEmpty();
    }

    @Test
    void aWarningIsToldOnceThoughTheCrashCameJustBehindIt() {
        Scene scene = withLog();
        ceiling(scene, "0.40");
        BudgetPosts posts = new BudgetPosts(log);
        BudgetWatch dying = watch(ceiling -> {
            posts.tells(ceiling);
            throw new IllegalStateException("power cut");
        });
        spend(scene, 2).forEach(dying::changed);
        rig.eventually(() -> warnings(scene).size() == 1);

        watch().tell();

        assertThat(warnings(scene)).hasSize(1);
        assertThat(rig.database.budgetWarnings().untold()).isEmpty();
    }

    @Test
    void aWarningWaitsUntilDiscordIsWell() {
        Scene scene = withLog();
        ceiling(scene, "0.40");
        List<Job> songs = spend(scene, 2);
        rig.sandbox.faults().next(9, "POST /channels/*/messages", new Fault.Status(500));
        songs.forEach(watch::changed);
        watch.tell();
        assertThat(rig.database.budgetWarnings().untold()).hasSize(1);

        rig.eventually(() -> {
            watch.tell();
            return rig.database.budgetWarnings().untold().isEmpty();
        });
        assertThat(warnings(scene)).hasSize(1);
    }

    @Test
    void whereThereIsNoLogChannelNothingIsKeptToBeTold() {
        Scene scene = rig.scene();
        ceiling(scene, "0.40");
        told(spend(scene, 2));

        rig.eventually(() -> rig.database.budgetWarnings().untold().isEmpty());
        assertThat(warnings(scene)).isEmpty();
    }

    private Scene withLog() {
        Scene scene = rig.scene();
        ChannelId channel = new ChannelId(scene.guild.channel("bot-log").id());
        rig.database.settings().change(guild(scene), before -> before.withLog(Optional.of(channel)));
        return scene;
    }

    private static GuildId guild(Scene scene) {
        return new GuildId(scene.guild.id());
    }

    private void ceiling(Scene scene, String dollars) {
        Cap cap = new Cap.AtMost(Usd.of(dollars).micros());
        rig.database.quotaRules().set(guild(scene), new QuotaRule(new Holder.WholeGuild(), Limit.DAILY_USD, cap));
    }

    /** Songs of several members, as nobody may have so many at once. */
    private List<Job> spend(Scene scene, int songs) {
        for (int song = 0; song < songs; song++) {
            scene.asks(scene.unfinished().size() % 2 == 0 ? scene.alice : scene.bob, "song " + song);
        }
        return scene.unfinished();
    }

    private void told(List<Job> songs) {
        songs.forEach(watch::changed);
    }

    private static List<String> warnings(Scene scene) {
        return scene.guild.channel("bot-log").messages().stream()
                .map(SandboxMessage::content)
                .filter(content -> content.startsWith("Four fifths"))
                .toList();
    }
}
