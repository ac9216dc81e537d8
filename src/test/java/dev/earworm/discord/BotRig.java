package dev.earworm.discord;

import static dev.earworm.quota.QuotaFixtures.limits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.audio.Voice;
import dev.earworm.audio.Waveform;
import dev.earworm.audio.Waveform.Step;
import dev.earworm.discord.command.QuotaBooks;
import dev.earworm.discord.delivery.DiscordSongArchive.Download;
import dev.earworm.discord.delivery.TrackRemoval;
import dev.earworm.jobs.FinishedTrack;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.KeptFiles;
import dev.earworm.jobs.KeptSongArchive;
import dev.earworm.jobs.KeptStems;
import dev.earworm.jobs.LearnedWaits;
import dev.earworm.jobs.MessageId;
import dev.earworm.jobs.PostedAt;
import dev.earworm.jobs.ProviderSlots;
import dev.earworm.jobs.Publication;
import dev.earworm.jobs.Publication.Published;
import dev.earworm.jobs.Quotas;
import dev.earworm.jobs.Refusal;
import dev.earworm.jobs.SongArchive;
import dev.earworm.jobs.SongDesks;
import dev.earworm.jobs.SongFiles;
import dev.earworm.jobs.SongProgress;
import dev.earworm.jobs.SongQueue;
import dev.earworm.jobs.SongService;
import dev.earworm.jobs.SongTitle;
import dev.earworm.jobs.TrackPreparer;
import dev.earworm.jobs.TrackPublisher;
import dev.earworm.keys.Accounts;
import dev.earworm.keys.GuildProviders;
import dev.earworm.library.KeptSongs;
import dev.earworm.library.Library;
import dev.earworm.library.LibraryRemoval;
import dev.earworm.library.SongResending;
import dev.earworm.music.ProviderJobId;
import dev.earworm.music.Providers;
import dev.earworm.music.TrackDetails;
import dev.earworm.privacy.PersonalData;
import dev.earworm.quota.Account;
import dev.earworm.quota.Allowances;
import dev.earworm.quota.Charge;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.QuotaLimits;
import dev.earworm.quota.UserId;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxConfig;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.http.RateLimitConfig;
import dev.earworm.storage.Database;
import dev.earworm.storage.Engine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/**
 * The bot with a real JDA in a sandbox, real storage, and nobody who makes music: a test moves songs on by itself, as the
 * job loop would. One rig serves a whole test class; each test plays in a {@link Scene} of its own.
 */
final class BotRig implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);
    static final Duration BETWEEN_EDITS = Duration.ofMillis(200);
    static final QuotaLimits LIMITS = limits(4, 300, 3);

    /** Patient: that a first answer comes within Discord's three seconds is nothing to ask of a machine that is loaded. */
    final Sandbox sandbox = Sandbox.start(
            SandboxConfig.standard().withRateLimits(RateLimitConfig.generous()).withAckTimeout(SOON));

    final Database database;
    final DiscordConnection connection;
    final DiscordBot bot;
    final SongService songs;
    final KeptFiles kept;
    final SongProgress progress = new SongProgress();
    final ForwardClock clock = new ForwardClock();
    final SettableCheckup checkup = new SettableCheckup();
    private final Path folder;
    private final GuildProviders providers;
    private final List<DiscordConnection> connections = new ArrayList<>();
    private final SongQueue queue;
    private final Allowances allowances;
    private final Quotas quotas;
    private final AtomicInteger scenes = new AtomicInteger();

    BotRig(Path folder) {
        this(folder, Catalogue.providers(), QuotaLimits.UNLIMITED);
    }

    private BotRig(Path folder, Providers providers, QuotaLimits instance) {
        this.folder = folder;
        this.providers = Accounts.ofOperator(providers);
        kept = new KeptFiles(folder.resolve("kept"));
        database = Database.open(Engine.usual().in(folder));
        queue = queue(progress);
        allowances = new Allowances(database.ledger(), database.quotaRules(), database.quotaGrants(), LIMITS, instance);
        quotas = new Quotas(database.ledger(), allowances, clock);
        connection = connection(config());
        songs = SongDesks.service(
                database.jobs(),
                database.ledger(),
                database.transactions(),
                allowances,
                database.blockedMembers(),
                this.providers,
                queue,
                connection.statusBoard(),
                clock);
        bot = bot(connection);
    }

    private DiscordConnection connection(DiscordConfig config) {
        return connection(config, queue);
    }

    private DiscordConnection connection(DiscordConfig config, SongQueue line) {
        DiscordConnection made = new DiscordConnection(
                config, database.jobs(), line, quotas, providers, database.settings(), BETWEEN_EDITS, clock);
        connections.add(made);
        return made;
    }

    /** The process dies, and another one, which remembers nothing, connects to the same database. */
    DiscordConnection restarted() throws InterruptedException {
        connection.close();
        SongQueue line = queue(new SongProgress());
        DiscordConnection anew = connection(config(), line);
        assertThat(bot(anew, line).logIn()).isInstanceOf(Login.LoggedIn.class);
        return anew;
    }

    Allowances allowances() {
        return allowances;
    }

    private SongQueue queue(SongProgress memory) {
        return new SongQueue(
                database.jobs(),
                providers.instance(),
                new ProviderSlots(providers, database.learnedSlots(), clock),
                new LearnedWaits(database.jobs()),
                memory,
                clock);
    }

    /** Another bot for the same songs. */
    DiscordBot bot(DiscordConfig config) {
        return bot(connection(config));
    }

    private DiscordBot bot(DiscordConnection to) {
        return bot(to, queue);
    }

    private DiscordBot bot(DiscordConnection to, SongQueue line) {
        return new DiscordBot(to, services(to, line), database.registeredGuilds());
    }

    /** Everything that members can make this bot do. */
    Features features() {
        return new FeatureList(connection, services(connection, queue)).features();
    }

    private MemberServices services(DiscordConnection to, SongQueue line) {
        return new MemberServices(
                songs,
                line,
                quotas,
                providers,
                database.drafts(),
                database.settings(),
                library(to),
                personalData(to),
                to.voices(archive(), this::voice, database.voiceMessages(), new SongFiles(folder.resolve("voices"))),
                removal(to),
                new AdminServices(
                        database.auditLog(),
                        to.guildLog(database.settings()),
                        database.usage(),
                        new QuotaBooks(
                                database.quotaRules(),
                                database.quotaGrants(),
                                database.blockedMembers(),
                                database.ledger(),
                                quotas,
                                database.usage(),
                                clock),
                        Accounts.deskWithoutKeys(providers, clock),
                        checkup),
                clock);
    }

    /** The same bot after a restart. */
    DiscordBot anotherBot() {
        return bot(config());
    }

    /** Of a bot in this rig's sandbox, with what operators leave as it is. */
    DiscordConfig config() {
        return new DiscordConfig(
                Optional.of(sandbox.botToken()), URI.create(sandbox.apiUrl()), ShardsConfig.automatic());
    }

    /** Stops every bot of this rig. */
    void logOut() {
        connections.forEach(DiscordConnection::close);
        connections.clear();
    }

    static BotRig loggedIn(Path folder) throws InterruptedException {
        return loggedIn(folder, Catalogue.providers());
    }

    static BotRig loggedIn(Path folder, Providers providers) throws InterruptedException {
        return loggedIn(folder, providers, QuotaLimits.UNLIMITED);
    }

    /** @param instance what everybody together may have */
    static BotRig loggedIn(Path folder, Providers providers, QuotaLimits instance) throws InterruptedException {
        BotRig rig = new BotRig(folder, providers, instance);
        if (!(rig.bot.logIn() instanceof Login.LoggedIn)) {
            throw new IllegalStateException("not logged in");
        }
        return rig;
    }

    /** A guild that no other test knows, and no song of theirs in line. */
    Scene scene() {
        database.jobs().unfinished().forEach(job -> database.jobs().cancel(job.id(), Instant.now()));
        return new Scene(sandbox.guild("Guild " + scenes.incrementAndGet()));
    }

    /** Until the bot itself has heard that it lost the permission; the sandbox knows it at once. */
    void awaitLoss(SandboxChannel channel, Permission permission) {
        eventually(() -> {
            GuildChannel seen = connection.shards.connected().orElseThrow().getGuildChannelById(channel.id());
            return seen != null && !seen.getGuild().getSelfMember().hasPermission(seen, permission);
        });
    }

    SongArchive archive() {
        return archive(connection);
    }

    private SongArchive archive(DiscordConnection through) {
        return new KeptSongArchive(kept, through.archive(database.copies(), BotRig::download));
    }

    /** What is kept of songs, as the job loop would leave it. */
    KeptSongs keptSongs() {
        return new KeptSongs(database.keptSongs(), kept);
    }

    PersonalData personalData(DiscordConnection through) {
        return new PersonalData(database.personalData(), songs, removal(through), kept, clock);
    }

    private TrackRemoval removal(DiscordConnection through) {
        return through.removal(database.voiceMessages(), database.copies());
    }

    private Library library(DiscordConnection through) {
        SongFiles workshop = new SongFiles(folder.resolve("again"));
        SongResending resending = new SongResending(
                archive(through),
                workshop,
                (job, raw, limit) -> prepared(job, raw, limit),
                through.publisher(),
                keptSongs(),
                new KeptStems(kept),
                database.copies(),
                clock);
        return new Library(
                database.library(),
                new LibraryRemoval(database.library(), keptSongs(), removal(through)),
                resending,
                keptSongs());
    }

    /** As it is, under the song's title; what is larger than allowed is cut off. */
    private static TrackPreparer.Outcome prepared(Job job, Path raw, long limit) {
        try {
            byte[] sound = Files.readAllBytes(raw);
            byte[] fitting = Arrays.copyOf(sound, Math.toIntExact(Math.min(sound.length, limit)));
            Path file = Files.write(raw.resolveSibling("again.mp3"), fitting);
            return new TrackPreparer.Outcome.Prepared(
                    new FinishedTrack(file, "again.mp3", SongTitle.of(job), Duration.ofSeconds(30), fitting.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever the song is, it becomes this. */
    private Voice voice(Path song, Path target) throws IOException {
        assertThat(song).isNotEmptyFile();
        Files.write(target, new byte[] {1, 2, 3});
        return new Voice(target, Duration.ofSeconds(30), new Waveform(List.of(new Step(1, 0.5), new Step(1, 0.25))));
    }

    private static Download.Result download(URI address, Path target) {
        try (InputStream file = address.toURL().openStream()) {
            Files.copy(file, target);
            return new Download.Result.Downloaded();
        } catch (FileNotFoundException e) {
            return new Download.Result.Gone(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrackPublisher publisher() {
        return connection.publisher();
    }

    /** A song that is out. */
    Job delivered(Scene scene, Map<String, ?> options) throws IOException {
        Job job = scene.rendered(scene.asks(scene.alice, options));
        return scene.delivered(job, ((Publication.Published) publisher().publish(job, track(1000))).at());
    }

    /** Finished, and what its provider told of it. */
    Job delivered(Scene scene, Map<String, ?> options, TrackDetails details) throws IOException {
        Job job = scene.promote(scene.asks(scene.alice, options));
        database.jobs().rendered(job.id(), details, Instant.now());
        Job rendered = scene.tell(job);
        return scene.delivered(rendered, ((Publication.Published) publisher().publish(rendered, track(1000))).at());
    }

    FinishedTrack track(int size) throws IOException {
        Path file = folder.resolve("song-" + size + ".mp3");
        Files.write(file, new byte[size]);
        return new FinishedTrack(file, "a-calm-river.mp3", "a *calm* river", Duration.ofSeconds(30), size);
    }

    void eventually(BooleanSupplier condition) {
        if (!sandbox.await(SOON, condition)) {
            throw new AssertionError("not within " + SOON);
        }
    }

    @Override
    public void close() {
        logOut();
        database.close();
        sandbox.close();
    }

    /** A guild with two members, and what a test does there. */
    final class Scene {
        final SandboxGuild guild;
        final SandboxChannel general;
        final SandboxMember alice;
        final SandboxMember bob;

        private Scene(SandboxGuild guild) {
            this.guild = guild;
            this.general = guild.channel("general");
            this.alice = guild.member("alice of " + guild.name());
            this.bob = guild.member("bob of " + guild.name());
        }

        /** Runs a command in #general and waits for the whole answer. */
        SandboxMessage says(SandboxMember member, String command, Map<String, ?> options) {
            return member.in(general).runs(command, options).awaitResponse(SOON);
        }

        SandboxMessage says(SandboxMember member, String command) {
            return says(member, command, Map.of());
        }

        /** Asks for a song and waits until the bot has written where its status is. */
        Job asks(SandboxMember member, Map<String, ?> options) {
            SandboxMessage status = says(member, "song", options);
            eventually(() -> unfinished().stream()
                    .anyMatch(job -> job.statusMessage().equals(Optional.of(new MessageId(status.id())))));
            return unfinished().getLast();
        }

        Job asks(SandboxMember member, String prompt) {
            return asks(member, Map.of("prompt", prompt));
        }

        List<Job> unfinished() {
            return database.jobs().unfinished(new GuildId(guild.id()));
        }

        Account account(SandboxMember member) {
            return new Account(new GuildId(guild.id()), new UserId(member.id()));
        }

        /** The status message as it is now. */
        SandboxMessage status(Job job) {
            eventually(() -> find(job).statusMessage().isPresent());
            long id = find(job).statusMessage().orElseThrow().value();
            return Stream.of(alice, bob)
                    .flatMap(member -> member.sees(general).stream())
                    .filter(message -> message.id() == id)
                    .findFirst()
                    .orElseThrow();
        }

        void statusBecomes(Job job, String part) {
            if (!sandbox.await(SOON, () -> status(job).content().contains(part))) {
                throw new AssertionError(status(job).content() + " never became " + part);
            }
        }

        Job find(Job job) {
            return database.jobs().find(job.id()).orElseThrow();
        }

        Job promote(Job job) {
            assertThat(database.jobs().promote(job.id(), 10, Instant.now())).isTrue();
            return tell(job);
        }

        /** From now on its provider makes it. */
        Job rendering(Job job) {
            promote(job);
            database.jobs().openSubmit(job.id(), clock.instant());
            database.jobs().rendering(job.id(), new ProviderJobId("one"), Optional.empty());
            return tell(job);
        }

        Job rendered(Job job) {
            rendering(job);
            database.jobs().rendered(job.id(), TrackDetails.NONE, Instant.now());
            return tell(job);
        }

        /** In the channel where it was asked for. */
        Job delivered(Job job, MessageId message) {
            return delivered(job, new PostedAt(job.destination().channel(), message));
        }

        Job delivered(Job job, PostedAt at) {
            database.jobs().delivered(job.id(), at, Instant.now());
            database.ledger().commit(job.id());
            return tell(job);
        }

        /** Asks for a song, and has it made and posted. */
        Job getsSong(SandboxMember member, Map<String, ?> options) {
            Job job = rendered(asks(member, options));
            try {
                Published published = (Published) publisher().publish(job, track(1000));
                return delivered(job, published.at());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Job getsSong(SandboxMember member, String prompt) {
            return getsSong(member, Map.of("prompt", prompt));
        }

        Job fails(Job job, Refusal refusal) {
            promote(job);
            database.jobs().failed(job.id(), refusal, Instant.now());
            database.ledger().release(job.id(), Charge.NONE);
            return tell(job);
        }

        Job tell(Job job) {
            Job now = find(job);
            connection.statusBoard().changed(now);
            return now;
        }
    }
}
