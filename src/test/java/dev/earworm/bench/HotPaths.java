package dev.earworm.bench;

import dev.earworm.audio.Waveform;
import dev.earworm.audio.Waveform.Step;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.words.Language;
import dev.earworm.discord.words.QuotaSentences;
import dev.earworm.jobs.FairOrder;
import dev.earworm.jobs.Job;
import dev.earworm.jobs.JobFixtures;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.Turn.Waiting;
import dev.earworm.music.JobId;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.Claim;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaDay;
import dev.earworm.quota.QuotaFixtures;
import dev.earworm.quota.QuotaPolicy;
import dev.earworm.quota.QuotaPolicy.Obstacle;
import dev.earworm.quota.QuotaStatus;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.RefusedWords;
import dev.earworm.settings.SettingsStore;
import dev.earworm.storage.Database;
import dev.earworm.storage.DatabaseConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What runs for every interaction or song without waiting for anybody; {@link HotPathsBench} names and runs it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HotPaths {
    private static final int WORDS = 1000;
    private static final int WAITING = 100;

    private final SongRequest request = JobFixtures.order(JobFixtures.ALICE).request();
    private final Job song = JobFixtures.queued(JobFixtures.ALICE, JobFixtures.NOON);
    private final CustomId id = new CustomId(CustomId.Action.AGAIN, song.id());
    private final String writtenId = id.toString();
    private final QuotaStatus quota = new QuotaStatus(
            QuotaFixtures.used(3, 180, 1), QuotaFixtures.limits(10, 1800, 3), QuotaDay.of(JobFixtures.NOON));
    private final Map<Pot, QuotaStatus> pots = Map.of(Pot.MEMBER, quota, Pot.GUILD, quota, Pot.INSTANCE, quota);
    private final Claim claim = QuotaFixtures.claim(60, "0.36");
    private final List<Waiting> line = IntStream.range(0, WAITING)
            .mapToObj(number -> new Waiting(
                    JobId.next(JobFixtures.NOON),
                    JobFixtures.account(number % 7, number % 31),
                    JobFixtures.NOON.plusSeconds(number)))
            .toList();
    private final Waveform waveform = new Waveform(IntStream.range(0, 256)
            .mapToObj(step -> new Step(step / 256.0, step / 300.0))
            .toList());

    /** A guild with a long list of words, and its song, in a database; opened only for those who read there. */
    @State(Scope.Benchmark)
    public static class Stored {
        private final Path folder = temporary();
        private final Database database =
                Database.open(new DatabaseConfig("jdbc:sqlite:" + folder.resolve("earworm.db")));
        private final JobStore songs = database.jobs();
        private final SettingsStore settings = database.settings();
        private final RefusedWords words = new RefusedWords(settings);
        private final Job song = JobFixtures.queued(JobFixtures.ALICE, JobFixtures.NOON);

        public Stored() {
            settings.put(
                    JobFixtures.ALICE.guild(),
                    GuildSettings.DEFAULT.withRefused(IntStream.range(0, WORDS)
                            .mapToObj(number -> "word" + number)
                            .toList()));
            songs.add(song);
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("earworm-bench");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @TearDown
        public void close() throws IOException {
            database.close();
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    @Benchmark
    public String customIdWritten() {
        return id.toString();
    }

    @Benchmark
    public Optional<CustomId> customIdRead() {
        return CustomId.parse(writtenId);
    }

    @Benchmark
    public Optional<Obstacle> quotaDecided() {
        return QuotaPolicy.obstacle(pots, claim::of);
    }

    @Benchmark
    public List<Waiting> hundredSongsInFairOrder() {
        return FairOrder.order(line, List.of());
    }

    @Benchmark
    public String sentenceInJapanese() {
        return Language.JAPANESE.render(() -> QuotaSentences.left(quota));
    }

    @Benchmark
    public GuildSettings settingsRead(Stored stored) {
        return stored.settings.of(JobFixtures.ALICE.guild());
    }

    @Benchmark
    public RefusedWords.Verdict promptJudgedByAThousandWords(Stored stored) {
        return stored.words.judge(JobFixtures.ALICE.guild(), request);
    }

    @Benchmark
    public byte[] waveformForAVoiceMessage() {
        return waveform.points();
    }

    @Benchmark
    public Optional<Job> songReadFromSqlite(Stored stored) {
        return stored.songs.find(stored.song.id());
    }
}
