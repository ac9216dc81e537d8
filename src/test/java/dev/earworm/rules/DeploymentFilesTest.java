package dev.earworm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.config.Key;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The image, the compose file and the manifest say the same, and name nothing that the program does not know. */
class DeploymentFilesTest {
    private static final Path COMPOSE = Path.of("config", "compose.yaml");
    private static final Path KUBERNETES = Path.of("config", "kubernetes.yaml");
    private static final Path KUBERNETES_MANY = Path.of("config", "kubernetes-many.yaml");
    private static final Path WORKFLOWS = Path.of(".github", "workflows");
    private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");
    private static final Pattern SHARDS = Pattern.compile("\\b\\d+-\\d+/\\d+\\b");
    private static final Pattern INSTRUCTION = Pattern.compile("(?m)^([A-Z]+) (.*)$");
    private static final Set<String> OF_OTHERS =
            Set.of("COMPOSE_PROFILES", "POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD");

    static List<Path> files() {
        return List.of(COMPOSE, KUBERNETES, KUBERNETES_MANY);
    }

    static List<Path> manifests() {
        return List.of(KUBERNETES, KUBERNETES_MANY);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyVariableIsAKeyOfTheConfiguration(Path file) throws IOException {
        Set<String> known = new TreeSet<>(OF_OTHERS);
        Arrays.stream(Key.values()).map(Key::environment).forEach(known::add);

        assertThat(found(VARIABLE, Files.readString(file))).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void composeRunsTheImageAsItIsMeant() throws IOException {
        Map<String, Object> bot = map(map(only(COMPOSE), "services"), "earworm");

        assertThat(bot)
                .containsEntry("read_only", true)
                .containsEntry("stop_grace_period", "35s")
                .containsEntry("volumes", List.of("data:" + volume()))
                .containsEntry("ports", List.of("127.0.0.1:8080:" + port()))
                .containsEntry("env_file", ".env");
        assertThat(map(bot, "healthcheck").get("test")).isEqualTo(List.of("CMD", "/app/healthy"));
        assertThat(COMPOSE.resolveSibling(String.valueOf(bot.get("build")))
                        .resolve("Dockerfile")
                        .normalize())
                .exists();
        assertThat(Path.of("src", "main", "container", "healthy")).isExecutable();
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains(".env");
    }

    @Test
    void theProcessesOfComposeAreWholeTogetherAndShareNoFolder() throws IOException {
        Map<String, Object> file = only(COMPOSE);
        Map<String, Object> first = map(map(file, "services"), "earworm");
        Map<String, Object> second = map(map(file, "services"), "second");

        assertThat(found(SHARDS, Files.readString(COMPOSE))).containsExactly("0-1/4", "2-3/4");
        assertThat(map(second, "environment")).isEqualTo(Map.of("DISCORD_SHARDS", "2-3/4"));
        assertThat(second).containsEntry("ports", List.of()).containsEntry("volumes", List.of("second:" + volume()));
        assertThat(map(file, "volumes")).containsKeys("data", "second");
        List<String> own = List.of("profiles", "environment", "volumes", "ports");
        assertThat(first).allSatisfy((key, value) -> {
            if (!own.contains(key)) {
                assertThat(second).containsEntry(key, value);
            }
        });
    }

    @Test
    void thePodsOfKubernetesAreWholeTogetherAndDifferInTheirShardsAlone() throws IOException {
        String text = Files.readString(KUBERNETES_MANY);
        List<String> parts = List.of(text.split("\n---\n"));

        assertThat(found(SHARDS, text)).containsExactly("0-1/4", "2-3/4");
        assertThat(parts.get(2))
                .isEqualTo(
                        parts.get(1).replace("earworm-first", "earworm-second").replace("0-1/4", "2-3/4") + "\n");
        assertThat(documents(KUBERNETES_MANY).subList(1, 3))
                .allSatisfy(deployment ->
                        assertThat(map(map(deployment, "spec"), "strategy")).containsEntry("type", "Recreate"));
        assertThat(map(documents(KUBERNETES_MANY).getFirst(), "stringData"))
                .containsOnlyKeys("DISCORD_TOKEN", "DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD");
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void kubernetesRunsTheImageAsItIsMeant(Path manifest) throws IOException {
        Map<String, Object> pod = map(map(map(documents(manifest).getLast(), "spec"), "template"), "spec");
        Map<String, Object> bot = map(((List<?>) pod.get("containers")).getFirst());

        assertThat(pod).containsEntry("terminationGracePeriodSeconds", 35);
        assertThat(map(pod, "securityContext"))
                .containsEntry("runAsNonRoot", true)
                .extracting("runAsUser", "runAsGroup")
                .containsOnly(Integer.valueOf(instruction("USER").replaceAll(":.*", "")));
        assertThat(map(bot, "securityContext")).containsEntry("readOnlyRootFilesystem", true);
        assertThat(bot.get("volumeMounts")).isEqualTo(List.of(Map.of("name", "data", "mountPath", volume())));
        assertThat(bot.get("ports")).isEqualTo(List.of(Map.of("name", "http", "containerPort", port())));
        assertThat(map(bot, "livenessProbe")).containsEntry("httpGet", Map.of("path", "/healthz", "port", "http"));
        assertThat(map(bot, "readinessProbe")).containsEntry("httpGet", Map.of("path", "/readyz", "port", "http"));
    }

    /** What is loaded by name alone is not seen by this; making a song while the image is built loads most of it. */
    @Test
    void theJavaOfTheImageHasTheModulesThatTheProgramNeeds() throws IOException {
        StringWriter modules = new StringWriter();
        int exitCode = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(modules),
                        new PrintWriter(modules),
                        "--print-module-deps",
                        "--ignore-missing-deps",
                        "--recursive",
                        "--multi-release=25",
                        "--class-path=" + System.getProperty("java.class.path"),
                        Path.of("target", "classes").toString());

        assertThat(exitCode).as(modules.toString()).isZero();
        assertThat(Files.readString(Path.of("Dockerfile")))
                .contains("--add-modules " + modules.toString().strip().replace("java.base,", "") + " ");
    }

    /** A tag can be moved to other code; a commit cannot. */
    @ParameterizedTest
    @ValueSource(strings = {"build.yaml", "release.yaml"})
    void everyActionIsFixedToACommitAndMayOnlyReadWhereNothingElseIsSaid(String name) throws IOException {
        Path workflow = WORKFLOWS.resolve(name);

        assertThat(Files.readAllLines(workflow))
                .filteredOn(line -> line.contains("uses:"))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
        assertThat(only(workflow)).containsEntry("permissions", Map.of("contents", "read"));
    }

    private static String volume() throws IOException {
        return instruction("VOLUME");
    }

    private static int port() throws IOException {
        return Integer.parseInt(instruction("EXPOSE"));
    }

    private static String instruction(String name) throws IOException {
        return INSTRUCTION
                .matcher(Files.readString(Path.of("Dockerfile")))
                .results()
                .filter(line -> line.group(1).equals(name))
                .map(line -> line.group(2))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Object> only(Path file) throws IOException {
        return documents(file).getFirst();
    }

    private static List<Map<String, Object>> documents(Path file) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return StreamSupport.stream(yaml.loadAll(Files.readString(file)).spliterator(), false)
                .map(DeploymentFilesTest::map)
                .toList();
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return map(parent.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
