package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.delivery.StatusBoard;
import dev.earworm.jobs.Visibility;
import dev.earworm.library.FinishedSongs;
import dev.earworm.music.AccountStatus;
import dev.earworm.music.AccountStatus.Unusable;
import dev.earworm.music.Commission;
import dev.earworm.music.Composition;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.ProviderFailure;
import dev.earworm.music.Providers;
import dev.earworm.music.SynchronousProvider;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import dev.earworm.storage.Database;
import dev.earworm.storage.DatabaseConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor --diagnostics}: what the file has, and what it must never have. */
class DiagnosticsTest {
    private static final String TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.hush-hush-hush-hush-hush-hu";
    private static final List<String> KEYS = List.of(
            "ELEVENLABS_API_KEY", "AIMLAPI_API_KEY", "APIFRAME_API_KEY", "AIGATEWAY_API_KEY", "ACESTEP_API_KEY");
    private static final long MEMBER = 987_654_321_098_765_432L;

    /** Shared, so that ffmpeg is unpacked once. */
    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void configure() {
        environment.put("DISCORD_TOKEN", TOKEN);
        // Nobody listens at the port of nobody.
        environment.put("DISCORD_API_URL", "http://127.0.0.1:1/api/v10/");
        environment.put("DATA_DIR", data.toString());
        environment.put("DATABASE_URL", url());
        environment.put("HTTP_PORT", "0");
        environment.put("ACESTEP_BASE_URL", "http://127.0.0.1:1");
        KEYS.forEach(key -> environment.put(key, secret(key)));
    }

    @Test
    void theFileHasWhatSomebodyWhoHelpsHasToKnow() throws IOException {
        songOf(MEMBER);
        Path file = folder.resolve("diagnostics.txt");

        assertThat(doctor("--diagnostics", file.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("Read " + file + " before you send it.");
        assertThat(Files.readString(file))
                .contains("== Earworm ==\nearworm ")
                .contains("Java " + Runtime.version())
                .contains("== Findings ==\nok    configuration: read from the environment\n")
                .contains("FAIL  elevenlabs: the key is refused, or may not make music (no such key: [hidden])")
                .containsPattern("discord\\.token +set\n")
                .containsPattern("elevenlabs\\.api-key +set\n")
                .containsPattern("http\\.port +0\n")
                .containsPattern("== Database ==\nschema version \\d+\nDELIVERED songs: 1\n")
                .containsPattern("heap: \\d+ of at most \\d+ MB\nthreads: \\d+\n");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void itHasNoSecretNoWordsOfMembersAndNobodysId() throws IOException {
        songOf(MEMBER);
        Path file = folder.resolve("diagnostics.txt");

        doctor("--diagnostics", file.toString());

        String text = Files.readString(file);
        assertThat(text)
                .doesNotContain(TOKEN)
                .doesNotContain("hush")
                .doesNotContain(Long.toString(MEMBER))
                .doesNotContain("unforgettable")
                .doesNotContain("words");
        assertThat(KEYS).allSatisfy(key -> assertThat(text).doesNotContain(secret(key)));
        assertThat(out.toString() + err).doesNotContain("hush");
    }

    @Test
    void anotherFileIsNeverWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("diagnostics.txt"), "mine");

        assertThat(doctor("--diagnostics", file.toString())).isEqualTo(1);

        assertThat(err.toString()).contains(file + " is there already; name another file.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Path file = folder.resolve("nowhere").resolve("diagnostics.txt");

        assertThat(doctor("--diagnostics", file.toString())).isEqualTo(1);

        assertThat(err.toString()).contains(file + " cannot be written: ");
    }

    @Test
    void itIsWrittenBesideARunningEarwormWhichGoesOn() throws IOException {
        Path file = folder.resolve("diagnostics.txt");
        try (Database running = Database.open(new DatabaseConfig(url()))) {
            new FinishedSongs(running.jobs()).posted(member(MEMBER), "unforgettable", Visibility.PUBLIC, Instant.now());

            doctor("--diagnostics", file.toString());

            assertThat(running.isWell()).isTrue();
        }
        assertThat(Files.readString(file)).contains("DELIVERED songs: 1");
    }

    private void songOf(long member) {
        try (Database database = Database.open(new DatabaseConfig(url()))) {
            new FinishedSongs(database.jobs())
                    .posted(member(member), "unforgettable words", Visibility.PUBLIC, Instant.now());
        }
    }

    private static Account member(long id) {
        return new Account(new GuildId(1), new UserId(id));
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("songs.db");
    }

    private static String secret(String key) {
        return "hush-" + key.toLowerCase(Locale.ROOT);
    }

    private int doctor(String... options) {
        Console console = new Console(new PrintWriter(out), new PrintWriter(err));
        Parts parts = new Parts(
                InstantSource.system(),
                _ -> new Providers(List.of(new Echo())),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                StatusBoard.PAUSE);
        String[] arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Main.commandLine(folder, environment, console, parts).execute(arguments);
    }

    /** A vendor that says the key which it does not take. */
    private record Echo() implements SynchronousProvider {
        @Override
        public String name() {
            return "elevenlabs";
        }

        @Override
        public List<MusicModel> models() {
            return List.of(MusicModel.named(new ModelId(name(), "model"), "A model")
                    .length(3, 30, 120)
                    .prompt(1, 200)
                    .build());
        }

        @Override
        public int concurrentSongs() {
            return 1;
        }

        @Override
        public RepeatedSubmit repeatedSubmit() {
            return RepeatedSubmit.MAY_CHARGE_TWICE;
        }

        @Override
        public AccountStatus account() {
            return new Unusable(new ProviderFailure.Unauthorised("no such key: " + secret("ELEVENLABS_API_KEY")));
        }

        @Override
        public Composition compose(Commission commission, Path target) {
            throw new AssertionError("doctor makes no songs");
        }
    }
}
