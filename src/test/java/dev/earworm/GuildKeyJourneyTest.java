package dev.earworm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.sandbox.ClientRefusalException;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's own key, from the form in which an admin enters it to the songs that are made with it. */
class GuildKeyJourneyTest {
    private static final String OPERATORS = "afk_operator_0123456789abcdef";
    private static final String OURS = "afk_ours_0123456789abcdefWXYZ";
    private static final String NEXT = "afk_next_0123456789abcdefQRST";
    private static final String SEAL = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER_SEAL = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    private static final String NOT_YOURS = "Only those who may manage this server can do that.";

    @TempDir
    private Path data;

    private final MockWebServer server = new MockWebServer();
    private KeyedVendor vendor;

    @BeforeEach
    void open() throws IOException {
        byte[] song = Files.readAllBytes(Wav.tone(data.resolve("tone.wav"), Duration.ofSeconds(4)));
        vendor = new KeyedVendor(song, OPERATORS, OURS, NEXT);
        server.setDispatcher(vendor);
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aKeyIsTriedBeforeItIsTakenAndMakesTheSongsOfItsServerAlone() throws StartFailure {
        try (FrontDoor door = door(true)) {
            SandboxGuild other = door.sandbox.guild("Other");
            SandboxChannel elsewhere = other.channel("general");
            SandboxMember carol = other.member("carol");

            String said = enters(door, OURS);

            assertThat(said)
                    .startsWith("The key for Apiframe works. New songs are made with it from now on. The provider says"
                            + " of the account: 120 credits\n\n**This server's own keys**\n")
                    .contains("**ElevenLabs:** no key, so its models cannot be ordered here.")
                    .containsPattern("\\*\\*Apiframe:\\*\\* a key that ends in `WXYZ`, entered <t:\\d+:D> by <@"
                            + door.alice.id() + ">\\.");
            assertThat(vendor.askedWith(OURS)).containsExactly("GET /v2/me");
            door.run(door.bob, "song", Map.of("prompt", "a calm river"));
            door.awaitTrack();
            carol.in(elsewhere).runs("song", Map.of("prompt", "a calm river"));
            door.eventually(() -> !door.tracks(elsewhere).isEmpty());
            assertThat(vendor.submits()).containsExactly(OURS, OPERATORS);
            assertThat(vendor.askedWith(OURS)).anyMatch(call -> call.startsWith("GET /v2/jobs/"));
        }
    }

    @Test
    void aProviderThatTheOperatorHasNoKeyForCanBeOrderedWhereTheServerHasOne() throws StartFailure {
        try (FrontDoor door = door(false)) {
            assertThat(door.bob.in(door.general).completes("song", "model", "apiframe"))
                    .isEmpty();
            enters(door, OURS);

            assertThat(door.bob.in(door.general).completes("song", "model", "apiframe"))
                    .isNotEmpty();
            SandboxInteraction asked = door.reads(
                    door.bob,
                    "song",
                    Map.of("prompt", "a calm river", "model", "apiframe/elevenlabs-music"),
                    "a calm river");
            door.awaitTrack();

            assertThat(asked.response().content()).doesNotContain("afk_");
            assertThat(vendor.submits()).containsExactly(OURS);
            removes(door);
            door.reads(
                    door.bob,
                    "song",
                    Map.of("prompt", "a calm river", "model", "apiframe/elevenlabs-music"),
                    "There is no model");
        }
    }

    @Test
    void aKeyThatTheVendorRefusesIsNotTakenAndTheOneBeforeStays() throws StartFailure {
        try (FrontDoor door = door(true)) {
            enters(door, OURS);

            assertThat(enters(door, "afk_wrong_0123456789abcdef"))
                    .startsWith("Apiframe does not accept that key, so I have not taken it. Nothing has changed.\n\n")
                    .contains("ends in `WXYZ`");

            door.run(door.bob, "song", Map.of("prompt", "a calm river"));
            door.awaitTrack();
            assertThat(vendor.submits()).containsExactly(OURS);
        }
    }

    @Test
    void aKeyOfAnEmptyAccountIsTakenAndOneThatCannotBeTriedIsTakenToo() throws StartFailure {
        vendor.emptied(OURS);
        try (FrontDoor door = door(true)) {
            assertThat(enters(door, OURS))
                    .startsWith("I have taken the key for Apiframe, but its account is out of credit, or has a plan"
                            + " without music. Songs come once that has changed.");

            vendor.goesDown();
            assertThat(enters(door, NEXT))
                    .startsWith("The key for Apiframe could not be tried just now. I have taken it all the same; the"
                            + " first song will tell.")
                    .contains("ends in `QRST`");
        }
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutAskingAnybodyAndBlanksAroundOneAreTakenOff() throws StartFailure {
        try (FrontDoor door = door(true)) {
            for (String typed : List.of("short", "afk two words 012345", "afk_schlüssel_0123", "                ")) {
                assertThat(enters(door, typed))
                        .startsWith("That is not a key: keys are 8 to 300 letters, digits and signs, without spaces in"
                                + " between. Nothing has changed.");
            }
            assertThat(server.getRequestCount()).isZero();

            assertThat(enters(door, "  " + OURS + " ")).startsWith("The key for Apiframe works.");
            assertThat(vendor.askedWith(OURS)).hasSize(1);
        }
    }

    @Test
    void aRemovedKeyMakesNothingNewAndTheOperatorsAccountMakesTheSongsAgain() throws StartFailure {
        try (FrontDoor door = door(true)) {
            enters(door, OURS);

            SandboxMessage question = asksToRemove(door);
            assertThat(question.content())
                    .isEqualTo("Remove this server's key for Apiframe? Songs that are being made with it are finished."
                            + " Songs that still wait for it are not made, and do not count against anybody's quota."
                            + " After that, songs are made with the account of whoever runs me.");
            door.alice.in(door.general).presses(question, "Remove the key");
            door.eventually(() -> now(door, question)
                    .content()
                    .startsWith("The key for Apiframe is removed. Nothing new is made with it.\n\n"));

            door.run(door.bob, "song", Map.of("prompt", "a calm river"));
            door.awaitTrack();
            assertThat(vendor.submits()).containsExactly(OPERATORS);
            assertThat(now(door, question).content())
                    .contains("**Apiframe:** no key. Songs are made with the account of whoever runs me.");
        }
    }

    @Test
    void aSongThatIsBeingMadeIsFinishedWithTheKeyThatItWasBegunWithThoughThatIsReplaced() throws StartFailure {
        vendor.holdsSongs(KeyedVendor.Holding.ON);
        try (FrontDoor door = door(true)) {
            enters(door, OURS);
            door.run(door.bob, "song", Map.of("prompt", "a calm river"));
            door.eventually(() -> door.rendering() == 1);
            enters(door, NEXT);
            int before = vendor.askedWith(OURS).size();

            vendor.holdsSongs(KeyedVendor.Holding.OFF);
            door.awaitTrack();

            assertThat(vendor.submits()).containsExactly(OURS);
            assertThat(vendor.askedWith(OURS).size()).isGreaterThan(before);
            door.run(door.bob, "song", Map.of("prompt", "another"));
            door.eventually(() -> door.tracks().size() == 2);
            assertThat(vendor.submits()).containsExactly(OURS, NEXT);
        }
    }

    @Test
    void aSongIsFinishedWithItsKeyAfterARestartThoughTheKeyWasRemoved() throws StartFailure {
        vendor.holdsSongs(KeyedVendor.Holding.ON);
        try (FrontDoor door = door(true)) {
            enters(door, OURS);
            door.run(door.bob, "song", Map.of("prompt", "a calm river"));
            door.eventually(() -> door.rendering() == 1);
            removes(door);
            door.stop();
            assertThat(keys(door)).isEqualTo(1);

            vendor.holdsSongs(KeyedVendor.Holding.OFF);
            door.start(PowerSwitch.never());
            door.awaitTrack();
            assertThat(vendor.submits()).containsExactly(OURS);
        }
    }

    @Test
    void anEmptyAccountOfAServerStopsNobodyElseAndOnlyWhatCostsNothingMakesItsSongs() throws StartFailure {
        try (FrontDoor door = door(true, Map.of("MUSIC_FALLBACK", "synth,apiframe"))) {
            enters(door, OURS);
            vendor.emptied(OURS);
            SandboxGuild other = door.sandbox.guild("Other");
            SandboxChannel elsewhere = other.channel("general");
            SandboxMember carol = other.member("carol");

            door.run(door.bob, "song", Map.of("prompt", "a calm river", "length", 10));
            door.awaitTrack();

            carol.in(elsewhere).runs("song", Map.of("prompt", "a calm river"));
            door.eventually(() -> !door.tracks(elsewhere).isEmpty());
            assertThat(vendor.submits()).as("the synthesizer costs nothing").containsExactly(OURS, OPERATORS);
        }
    }

    @Test
    void withAnEmptyAccountOfTheirOwnMembersReadWhyAndTheOperatorsAccountMakesNothing() throws StartFailure {
        try (FrontDoor door = door(true)) {
            SandboxChannel log = door.home.channel("log");
            door.logsIn(log);
            enters(door, OURS);
            vendor.emptied(OURS);

            door.run(door.bob, "song", Map.of("prompt", "a calm river"));
            assertThat(door.awaitNews(door.bob).content())
                    .contains("The account of this server's own key is used up. The admins have been told.");

            door.reads(
                    door.bob,
                    "song",
                    Map.of("prompt", "a calm river"),
                    "Apiframe cannot make songs at the moment: this server's own key is out of credit, or is not"
                            + " accepted. The admins have been told.");
            assertThat(vendor.submits()).containsExactly(OURS);
            for (String line : List.of(
                    "<@" + door.alice.id() + "> entered a key of this server's own for Apiframe.",
                    "**This server's own key for Apiframe makes no songs now:** its account is out of credit, or"
                            + " has a plan without music. Nothing is made with another account instead. Add"
                            + " credit at the provider, or see /admin keys.")) {
                door.eventually(() -> log.messages().stream()
                        .anyMatch(message -> message.content().equals(line)));
            }
        }
    }

    @Test
    void aSongThatStillWaitedForARemovedKeyIsNotMadeAndItsMemberReadsWhy() throws StartFailure {
        vendor.holdsSongs(KeyedVendor.Holding.ON);
        try (FrontDoor door = door(true)) {
            enters(door, OURS);
            vendor.makesAtOnce(1);
            door.run(door.bob, "song", Map.of("prompt", "a calm river"));
            door.eventually(() -> door.rendering() == 1);
            door.run(door.bob, "song", Map.of("prompt", "one more"));
            door.eventually(() -> door.songs() == 2);
            removes(door);
            vendor.holdsSongs(KeyedVendor.Holding.OFF);

            door.awaitTrack();
            assertThat(door.awaitNews(door.bob).content())
                    .contains("The admins removed this server's own key before the song was begun. Please ask again.");
            door.eventually(() -> keys(door) == 0);
            assertThat(vendor.submits()).doesNotContain(OPERATORS);
        }
    }

    @Test
    void whoDoesNotManageTheServerCanDoNothingWithKeys() throws StartFailure {
        try (FrontDoor door = door(true)) {
            enters(door, OURS);
            var managers = door.home.role("managers").grant(Permission.MANAGE_GUILD);
            door.bob.gets(managers);
            SandboxMessage panel = door.run(door.bob, "admin keys", Map.of()).awaitResponse(FrontDoor.SOON);
            SandboxInteraction form = door.bob.in(door.general).presses(panel, "Key for Apiframe");
            door.bob.loses(managers);

            assertThat(aside(door, door.bob.in(door.general).submits(form, Map.of("api_key", NEXT))))
                    .isEqualTo(NOT_YOURS);
            assertThat(aside(door, door.bob.in(door.general).selects(panel, "key_remove:0000000000000000", "apiframe")))
                    .isEqualTo(NOT_YOURS);
            assertThat(door.bob
                            .in(door.general)
                            .presses(panel, "Key for Apiframe")
                            .response()
                            .content())
                    .isEqualTo(NOT_YOURS);
            SandboxInteraction forged =
                    door.bob.in(door.general).pressesForged(panel, "key_remove_now:0000000000000000:2");
            door.eventually(() -> seen(door, door.bob, panel).content().equals(NOT_YOURS));
            assertThat(forged.followUps()).isEmpty();
            assertThatThrownBy(() -> door.bob.in(door.general).runs("admin keys"))
                    .isInstanceOf(ClientRefusalException.class);
            assertThat(keys(door)).isEqualTo(1);
            assertThat(vendor.askedWith(NEXT)).isEmpty();
            assertThat(panel(door).content()).contains("ends in `WXYZ`");
        }
    }

    @Test
    void aKeyIsReadNowhereButAtItsVendor() throws Exception {
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        try (EveryLine everything = new EveryLine(logged);
                FrontDoor door = door(true)) {
            String wrong = "afk_wrong_0123456789abcdef";
            String said = enters(door, OURS) + enters(door, wrong);
            door.run(door.bob, "song", Map.of("prompt", "a calm river"));
            door.awaitTrack();
            vendor.revoked(OURS);
            door.run(door.bob, "song", Map.of("prompt", "one more"));
            door.awaitNews(door.bob);
            door.sandbox.await(Duration.ofSeconds(1), () -> false);
            door.stop();

            assertThat(everything.lines())
                    .as("the form, at the finest level")
                    .anyMatch(line -> line.contains("api_key"));
            assertThat(logged.toString(StandardCharsets.UTF_8)).doesNotContain(OURS, wrong);
            assertThat(said).doesNotContain(OURS, wrong);
            for (SandboxMember member : List.of(door.alice, door.bob)) {
                assertThat(member.sees(door.general))
                        .noneMatch(message -> message.content().contains(OURS)
                                || message.content().contains(wrong)
                                || message.componentJson().toString().contains(OURS));
            }
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(OURS, wrong);
                }
            }
        }
    }

    @Test
    void withoutTheMasterKeyNothingIsLostAndASongUnderWayWaitsForIt() throws StartFailure {
        vendor.holdsSongs(KeyedVendor.Holding.ON);
        Map<String, String> environment = new HashMap<>(environment(true));
        try (FrontDoor door = FrontDoor.setUp(data, environment)) {
            door.alice.isGranted(Permission.MANAGE_GUILD);
            enters(door, OURS);
            door.run(door.bob, "song", Map.of("prompt", "a calm river"));
            door.eventually(() -> door.rendering() == 1);
            door.stop();
            vendor.holdsSongs(KeyedVendor.Holding.OFF);

            environment.put("SECRETS_KEY", OTHER_SEAL);
            door.isPatient();
            door.startWith(environment);
            assertThat(panel(door).content())
                    .containsPattern("\\*\\*Apiframe:\\*\\* a key that I cannot read now, entered <t:\\d+:D> by <@"
                            + door.alice.id() + ">\\. Whoever runs me has to set up secrets\\.key as it was; or enter"
                            + " the key again\\.");
            door.stop();

            environment.put("SECRETS_KEY", OTHER_SEAL + "," + SEAL);
            door.isImpatient();
            door.startWith(environment);
            door.awaitTrack();
            assertThat(panel(door).content()).contains("ends in `WXYZ`");
            door.stop();

            environment.put("SECRETS_KEY", OTHER_SEAL);
            door.startWith(environment);
            assertThat(panel(door).content()).as("sealed anew").contains("ends in `WXYZ`");
            assertThat(vendor.submits()).containsExactly(OURS);
        }
    }

    @Test
    void withoutAMasterKeyAdminsReadWhoHasToSetItUp() throws StartFailure {
        Map<String, String> environment = new HashMap<>(environment(true));
        environment.remove("SECRETS_KEY");
        try (FrontDoor door = FrontDoor.setUp(data, environment)) {
            door.alice.isGranted(Permission.MANAGE_GUILD);

            SandboxMessage panel = panel(door);

            assertThat(panel.content()).isEqualTo("""
                    **This server's own keys**
                    Servers cannot leave keys of their own with me yet: whoever runs me has to set up secrets.key, which they are sealed with.""");
            assertThat(panel.componentJson()).isEmpty();
            SandboxInteraction forged =
                    door.alice.in(door.general).pressesForged(panel, "key_enter:0000000000000000:2");
            assertThat(forged.response().content()).startsWith("**This server's own keys**\nServers cannot leave keys");
        }
    }

    private FrontDoor door(boolean operatorHasKey) throws StartFailure {
        return door(operatorHasKey, Map.of());
    }

    private FrontDoor door(boolean operatorHasKey, Map<String, String> more) throws StartFailure {
        Map<String, String> environment = environment(operatorHasKey);
        environment.putAll(more);
        FrontDoor door = FrontDoor.setUp(data, environment);
        door.alice.isGranted(Permission.MANAGE_GUILD);
        return door;
    }

    private Map<String, String> environment(boolean operatorHasKey) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "APIFRAME_BASE_URL",
                server.url("/").toString(),
                "HTTP_ALLOW_PRIVATE_ADDRESSES",
                "true",
                "SECRETS_KEY",
                SEAL));
        if (operatorHasKey) {
            environment.put("APIFRAME_API_KEY", OPERATORS);
        }
        return environment;
    }

    private static SandboxMessage panel(FrontDoor door) {
        return door.run(door.alice, "admin keys", Map.of()).awaitResponse(FrontDoor.SOON);
    }

    /** What the panel says afterwards. */
    private static String enters(FrontDoor door, String key) {
        SandboxMessage panel = panel(door);
        SandboxInteraction form = door.alice.in(door.general).presses(panel, "Key for Apiframe");
        door.alice.in(door.general).submits(form, Map.of("api_key", key));
        door.eventually(() -> !now(door, panel).content().equals(panel.content()));
        return now(door, panel).content();
    }

    private static SandboxMessage asksToRemove(FrontDoor door) {
        SandboxMessage panel = panel(door);
        door.alice.in(door.general).selects(panel, "key_remove:0000000000000000", "apiframe");
        door.eventually(() -> now(door, panel).content().startsWith("Remove this"));
        return now(door, panel);
    }

    private static void removes(FrontDoor door) {
        SandboxMessage question = asksToRemove(door);
        door.alice.in(door.general).presses(question, "Remove the key");
        door.eventually(() -> now(door, question).content().startsWith("The key for Apiframe is removed."));
    }

    private static SandboxMessage now(FrontDoor door, SandboxMessage panel) {
        return seen(door, door.alice, panel);
    }

    private static String aside(FrontDoor door, SandboxInteraction interaction) {
        door.eventually(() -> !interaction.followUps().isEmpty());
        return interaction.followUps().getFirst().content();
    }

    private static SandboxMessage seen(FrontDoor door, SandboxMember member, SandboxMessage panel) {
        return member.sees(door.general).stream()
                .filter(message -> message.id() == panel.id())
                .findFirst()
                .orElseThrow();
    }

    private static int keys(FrontDoor door) {
        return door.count("SELECT count(*) FROM guild_key");
    }
}
