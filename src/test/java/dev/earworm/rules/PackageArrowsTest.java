package dev.earworm.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between our packages, and the one home of each library. */
class PackageArrowsTest {
    private static final String ROOT = "dev.earworm";

    /** Package and what it may import of ours. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("music", List.of()),
            Map.entry("quota", List.of("music")),
            Map.entry("drafts", List.of("music", "quota")),
            Map.entry("settings", List.of("music", "quota", "jobs")),
            Map.entry("keys", List.of("music", "quota")),
            Map.entry("usage", List.of("music", "quota", "jobs")),
            Map.entry("audio", List.of()),
            Map.entry("audio.picture", List.of("audio")),
            Map.entry("jobs", List.of("music", "quota", "keys", "audio", "audio.picture")),
            Map.entry("library", List.of("music", "quota", "jobs")),
            Map.entry("privacy", List.of("music", "quota", "jobs", "drafts")),
            Map.entry("providers", List.of("music")),
            Map.entry("providers.elevenlabs", List.of("music", "providers")),
            Map.entry("providers.aimlapi", List.of("music", "providers")),
            Map.entry("providers.apiframe", List.of("music", "providers")),
            Map.entry("providers.aigateway", List.of("music", "providers")),
            Map.entry("providers.acestep", List.of("music", "providers")),
            Map.entry(
                    "providers.synth",
                    List.of(
                            "music",
                            "audio",
                            "providers",
                            "providers.synth.prompt",
                            "providers.synth.compose",
                            "providers.synth.score",
                            "providers.synth.sound",
                            "providers.synth.theory")),
            Map.entry("providers.synth.theory", List.of()),
            Map.entry("providers.synth.prompt", List.of("providers.synth.theory")),
            Map.entry("providers.synth.score", List.of("providers.synth.theory")),
            Map.entry(
                    "providers.synth.compose",
                    List.of("providers.synth.prompt", "providers.synth.score", "providers.synth.theory")),
            Map.entry("providers.synth.sound", List.of("providers.synth.score", "providers.synth.theory")),
            Map.entry(
                    "storage",
                    List.of("music", "quota", "keys", "jobs", "drafts", "settings", "library", "privacy", "usage")),
            Map.entry("discord.words", List.of("music", "quota", "keys", "jobs", "usage")),
            Map.entry(
                    "discord.delivery",
                    List.of("music", "quota", "keys", "audio", "jobs", "settings", "discord.words")),
            Map.entry(
                    "discord.command",
                    List.of(
                            "music",
                            "quota",
                            "keys",
                            "jobs",
                            "drafts",
                            "settings",
                            "audio.picture",
                            "library",
                            "privacy",
                            "usage",
                            "discord.words",
                            "discord.delivery")),
            Map.entry(
                    "discord.component",
                    List.of(
                            "music",
                            "quota",
                            "keys",
                            "jobs",
                            "drafts",
                            "settings",
                            "library",
                            "privacy",
                            "usage",
                            "discord.words",
                            "discord.delivery",
                            "discord.command")),
            Map.entry(
                    "discord.panel",
                    List.of(
                            "music",
                            "quota",
                            "jobs",
                            "settings",
                            "discord.words",
                            "discord.delivery",
                            "discord.command",
                            "discord.component")),
            Map.entry(
                    "discord",
                    List.of(
                            "music",
                            "quota",
                            "keys",
                            "jobs",
                            "drafts",
                            "settings",
                            "library",
                            "privacy",
                            "usage",
                            "discord.words",
                            "discord.delivery",
                            "discord.command",
                            "discord.component",
                            "discord.panel")),
            Map.entry("ops", List.of("music", "jobs")),
            Map.entry("ops.metrics", List.of("keys", "music", "jobs")),
            Map.entry("sandbox", List.of("sandbox.rules", "sandbox.http", "sandbox.gateway")),
            Map.entry("sandbox.page", List.of("sandbox", "sandbox.rules")),
            Map.entry("sandbox.rules", List.of()),
            Map.entry("sandbox.http", List.of("sandbox.rules")),
            Map.entry("sandbox.gateway", List.of()));

    /** Library and the packages that may speak to it. */
    private static final Map<String, List<String>> HOMES = Map.ofEntries(
            Map.entry("net.dv8tion.jda..", List.of("discord..", "")),
            Map.entry("okhttp3..", List.of("providers..", "discord..", "")),
            Map.entry("org.jdbi..", List.of("storage..")),
            Map.entry("org.flywaydb..", List.of("storage..")),
            Map.entry("com.zaxxer.hikari..", List.of("storage..")),
            Map.entry("com.github.kagkarlsson..", List.of("jobs..", "")),
            Map.entry("io.micrometer..", List.of("ops..")),
            Map.entry("io.javalin..", List.of("ops..", "sandbox..")),
            Map.entry("io.smallrye.config..", List.of("config..")),
            Map.entry("picocli..", List.of("")),
            Map.entry("org.bytedeco..", List.of("audio..")),
            Map.entry("com.google.crypto.tink..", List.of("storage..")),
            Map.entry("com.google.re2j..", List.of("settings..")),
            Map.entry("org.postgresql..", List.of("storage..")));

    private static JavaClasses ours;

    @BeforeAll
    static void importClasses() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @TestFactory
    Stream<DynamicTest> packagesImportOnlyWhatTheArrowsAllow() {
        return ARROWS.entrySet().stream()
                .map(arrow -> DynamicTest.dynamicTest(arrow.getKey(), () -> hold(arrow.getKey(), arrow.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> librariesHaveOneHome() {
        return HOMES.entrySet().stream()
                .map(home -> DynamicTest.dynamicTest(
                        home.getKey(),
                        () -> noClasses()
                                .that(resideOutsideOfPackages(home.getValue().stream()
                                        .map(PackageArrowsTest::ours)
                                        .toArray(String[]::new)))
                                .should()
                                .dependOnClassesThat(resideInAPackage(home.getKey()))
                                .allowEmptyShould(true)
                                .check(ours)));
    }

    @Test
    void configurationKnowsOnlyTheRecordsItFills() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".config")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(resideOutsideOfPackages(ROOT + ".config"))
                        .and(com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                        ".*(Config|\\.SongKeeping)")
                                .negate()))
                .allowEmptyShould(true)
                .check(ours);
    }

    @Test
    void noPackageIsInACircleWithAnother() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ours);
    }

    private static void hold(String name, List<String> allowed) {
        List<String> open = new ArrayList<>(List.of(ours(name)));
        allowed.forEach(other -> open.add(ours(other)));
        noClasses()
                .that()
                .resideInAPackage(ours(name))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(ROOT, ROOT + "..").and(resideOutsideOfPackages(open.toArray(String[]::new))))
                .allowEmptyShould(true)
                .check(ours);
    }

    private static String ours(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }
}
