package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.discord.BotRig.Scene;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.jobs.Job;
import dev.earworm.music.JobId;
import dev.earworm.sandbox.Choice;
import dev.earworm.sandbox.InteractionAnswer;
import dev.earworm.sandbox.InteractionKind;
import dev.earworm.sandbox.MemberInChannel;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxModal;
import dev.earworm.sandbox.SandboxRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a tampered client may send, for everything that a press, a choice or a form can mean: it is answered, it changes
 * nothing that is not the sender's, and it is no fault of the program. The list is the program's own.
 */
@ExtendWith(NoComplaints.class)
class ForgedInteractionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "a private serenade";
    private static final String NO_SONG = "0000000000000000";
    private static final String OVERLONG = "overlong ".repeat(2000);

    private static final int HANDS = 16;
    private static final Set<String> FIELDS =
            Set.of("prompt", "lyrics", "style", "length", "title", "api_key", "words");

    private static final int BUTTON = 2;
    private static final int STRING_SELECT = 3;
    private static final int TEXT_INPUT = 4;
    private static final int LABEL = 18;

    private static BotRig rig;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder, Catalogue.keeping());
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void thereIsSomethingForEachActionAndNothingTwice() {
        Features features = rig.features();
        List<Action> handled = Stream.of(
                        features.buttons().stream().map(button -> button.action()),
                        features.menus().stream().map(menu -> menu.action()),
                        features.pickers().stream().map(picker -> picker.action()),
                        features.openers().stream().map(opener -> opener.action()),
                        features.forms().stream().map(form -> form.action()))
                .flatMap(Function.identity())
                .toList();

        assertThat(EnumSet.copyOf(handled)).isEqualTo(EnumSet.allOf(Action.class));
    }

    /** Bob is a member without any power; what he sends is about what is Alice's, another guild's, nobody's. */
    @ParameterizedTest
    @ValueSource(strings = {"delivered", "private", "draft", "elsewhere", NO_SONG})
    void whoeverMayNotChangesNothingByAnyIdInAnyForm(String target) throws Exception {
        Scene scene = rig.scene();
        Stakes stakes = Stakes.of(scene, rig.scene());
        Set<String> before = rows();
        List<SandboxMessage> posted = scene.general.messages();
        String song = stakes.id(target);

        List<SandboxInteraction> answered = all(scene.bob.in(scene.general), stakes.card(), ids(song));

        assertThat(answered).hasSize(Action.values().length * 2 * 4);
        // Everybody may have a public song of the guild posted once more.
        assertThat(changes(before, rows()))
                .filteredOn(row -> !target.equals("delivered") || !row.startsWith("song_copy: "))
                .allMatch(row -> row.contains(Long.toString(scene.bob.id())))
                .noneMatch(row -> row.startsWith("audit: ") || row.startsWith("guild_settings: "));
        assertThat(scene.general.messages())
                .extracting(SandboxMessage::id)
                .containsAll(posted.stream().map(SandboxMessage::id).toList());
        assertThat(scene.bob.sees(scene.general))
                .noneMatch(message -> message.content().contains(SECRET)
                        || message.componentJson().toString().contains(SECRET));
    }

    /** Whoever manages one guild is nobody in another. */
    @ParameterizedTest
    @ValueSource(strings = {"delivered", "draft"})
    void adminsOfAnotherGuildChangeNothingHere(String target) throws Exception {
        Scene elsewhere = rig.scene();
        Scene scene = rig.scene();
        Stakes stakes = Stakes.of(scene, elsewhere);
        SandboxMember carol = elsewhere.bob.isGranted(Permission.MANAGE_GUILD, Permission.MANAGE_MESSAGES);
        SandboxMessage card = elsewhere.general.messages().getLast();
        Set<String> before = rows();

        all(carol.in(elsewhere.general), card, ids(stakes.id(target)));

        assertThat(changes(before, rows()))
                .noneMatch(row -> row.contains(Long.toString(scene.guild.id())))
                .noneMatch(row -> row.contains(Long.toString(scene.alice.id())));
    }

    @Test
    void anIdThatIsNoneIsAnsweredInPlainWords() throws Exception {
        Scene scene = rig.scene();
        Stakes stakes = Stakes.of(scene, rig.scene());
        Set<String> before = rows();
        String song = stakes.id("delivered");
        List<String> malformed = Stream.of(Action.CANCEL, Action.REMOVE, Action.SETTING, Action.KEY_REMOVE_NOW)
                .map(action -> action.name().toLowerCase(Locale.ROOT))
                .flatMap(word -> Stream.of(
                        word,
                        word + ":",
                        word + "::",
                        word + ":" + song + ":",
                        word + ":" + song + ":100",
                        word + ":" + song + ":-1",
                        word + ":" + song + ":0:0",
                        word + ":" + song + " ",
                        word + ":" + song + "\n",
                        word + ":" + song.toUpperCase(Locale.ROOT),
                        word + ":" + song + song,
                        word + ":../../etc/passwd",
                        word + ":' OR 1=1",
                        word + ":" + "１".repeat(16),
                        "v2:" + word + ":" + song,
                        word.toUpperCase(Locale.ROOT) + ":" + song,
                        word + "x:" + song,
                        " " + word + ":" + song))
                .collect(Collectors.toCollection(ArrayList::new));
        malformed.addAll(List.of("", ":", "::", "\0", "🎵", "x".repeat(100), "x".repeat(10_000)));

        List<SandboxInteraction> presses =
                together(malformed, id -> forged(scene.alice.in(scene.general), stakes.card(), press(id)));

        assertThat(presses)
                .extracting(press -> press.awaitResponse(BotRig.SOON).content())
                .containsOnly("That button is not one of mine.");
        assertThat(changes(before, rows())).isEmpty();
    }

    /** Alice may; what she types is beyond what any form lets her type. */
    @Test
    void aFormIsAnsweredWhateverStandsInItsFields() throws Exception {
        Scene scene = rig.scene();
        Stakes stakes = Stakes.of(scene, rig.scene());
        scene.alice.isGranted(Permission.MANAGE_GUILD);
        MemberInChannel alice = scene.alice.in(scene.general);
        Set<String> fields = fields(alice, stakes);
        assertThat(fields).contains("prompt", "lyrics", "style", "length", "model");
        List<ObjectNode> forms = new ArrayList<>();
        for (CustomId id : rig.features().forms().stream()
                .flatMap(form -> targets(form.action(), stakes))
                .toList()) {
            forms.add(form(id.toString(), Map.of(), TEXT_INPUT));
            forms.add(form(id.toString(), Map.of("unknown", "field"), TEXT_INPUT));
            for (String hostile :
                    List.of("", OVERLONG, "\0\u001b[2J\u202e", "9".repeat(400), "-1", "NaN", "@everyone")) {
                forms.add(form(id.toString(), filled(fields, hostile), TEXT_INPUT));
            }
            forms.add(form(id.toString(), filled(fields, "not/offered"), STRING_SELECT));
            forms.add(doubled(form(id.toString(), filled(fields, "one"), TEXT_INPUT)));
        }

        List<SandboxInteraction> sent =
                together(forms, form -> waited(alice.forges(InteractionKind.MODAL, stakes.card(), form)));

        assertThat(sent).hasSizeGreaterThan(100);
        assertThat(rows()).noneMatch(row -> row.contains(OVERLONG.substring(0, 5000)));
        assertThat(scene.general.messages())
                .noneMatch(message -> message.pings().everyone());
    }

    @Test
    void channelsAndRolesOfAnotherGuildAreNeverChosen() throws Exception {
        Scene elsewhere = rig.scene();
        Scene scene = rig.scene();
        Stakes stakes = Stakes.of(scene, elsewhere);
        var foreignRole = elsewhere.guild.role("dj");
        scene.alice.isGranted(Permission.MANAGE_GUILD);
        MemberInChannel alice = scene.alice.in(scene.general);

        together(
                everySetting(),
                id -> List.of(
                        waited(alice.selectsForgedChannels(stakes.card(), id.toString(), elsewhere.general)),
                        waited(alice.selectsForgedRoles(stakes.card(), id.toString(), foreignRole))));

        assertThat(rows())
                .noneMatch(row -> row.startsWith("guild_settings") && row.contains(Long.toString(foreignRole.id())))
                .noneMatch(
                        row -> row.startsWith("guild_settings") && row.contains(Long.toString(elsewhere.general.id())));
    }

    @Test
    void aFloodOfKeystrokesIsAnsweredWithinWhatDiscordTakes() throws Exception {
        Scene scene = rig.scene();
        List<String> typed = Stream.iterate(0, i -> i < 300, i -> i + 1)
                .map(i -> i % 3 == 0 ? OVERLONG.substring(0, 6000) : "\u202e%_" + i)
                .toList();

        List<List<Choice>> offered =
                together(typed, text -> scene.bob.in(scene.general).completes("song", "model", text));

        assertThat(offered).hasSize(300).allMatch(choices -> choices.size() <= 25);
    }

    /** All the ways in which an id can be used, whatever it is meant for. */
    private static List<SandboxInteraction> all(MemberInChannel member, SandboxMessage card, List<CustomId> ids)
            throws Exception {
        SandboxRole role = card.channel().guild().orElseThrow().role("dj");
        return together(
                        ids,
                        id -> List.of(
                                forged(member, card, press(id.toString())),
                                waited(member.selectsForged(card, id.toString(), "nonsense")),
                                id.part().isPresent()
                                        ? waited(member.selectsForgedChannels(card, id.toString(), member.channel()))
                                        : waited(member.selectsForgedRoles(card, id.toString(), role)),
                                waited(member.forges(
                                        InteractionKind.MODAL,
                                        card,
                                        form(id.toString(), filled(FIELDS, "1"), TEXT_INPUT)))))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<CustomId> ids(String song) {
        return Stream.of(Action.values())
                .flatMap(action -> numbered(new CustomId(action, new JobId(song))))
                .toList();
    }

    /** More numbers than there are settings. */
    private static List<CustomId> everySetting() {
        return rig.features().pickers().stream()
                .flatMap(picker -> IntStream.range(0, 20).mapToObj(number -> CustomId.ofGuild(picker.action(), number)))
                .toList();
    }

    private static Stream<CustomId> numbered(CustomId id) {
        return Stream.of(id, id.of(2));
    }

    /** A few at a time, as the sandbox answers them on few threads. */
    private static <I, O> List<O> together(List<I> inputs, Function<I, O> work) throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<O>> all = new ArrayList<>();
            inputs.forEach(input -> all.add(hands.submit(() -> work.apply(input))));
            List<O> done = new ArrayList<>();
            for (Future<O> one : all) {
                done.add(one.get());
            }
            return done;
        }
    }

    private static SandboxInteraction forged(MemberInChannel member, SandboxMessage card, ObjectNode press) {
        return waited(member.forges(InteractionKind.COMPONENT, card, press));
    }

    /** Until the answer stands there in words, is a form, or has changed the message that was pressed. */
    private static SandboxInteraction waited(SandboxInteraction sent) {
        assertThat(sent.isFailed()).as(sent + " was not answered").isFalse();
        if (sent.answer()
                .filter(answer -> answer == InteractionAnswer.DEFERRED_MESSAGE)
                .isPresent()) {
            sent.awaitResponse(BotRig.SOON);
        }
        return sent;
    }

    private static ObjectNode press(String id) {
        return JSON.createObjectNode().put("custom_id", id).put("component_type", BUTTON);
    }

    private static Map<String, String> filled(Set<String> fields, String value) {
        return fields.stream().collect(Collectors.toMap(Function.identity(), _ -> value));
    }

    private static ObjectNode form(String id, Map<String, String> values, int type) {
        ObjectNode form = JSON.createObjectNode().put("custom_id", id);
        ArrayNode parts = form.putArray("components");
        values.forEach((field, value) -> {
            ObjectNode part = parts.addObject().put("type", LABEL).put("id", parts.size() * 2);
            ObjectNode input = part.putObject("component")
                    .put("type", type)
                    .put("id", parts.size() * 2 + 1)
                    .put("custom_id", field);
            if (type == TEXT_INPUT) {
                input.put("value", value);
            } else {
                input.putArray("values").add(value);
            }
        });
        return form;
    }

    private static ObjectNode doubled(ObjectNode form) {
        ArrayNode parts = (ArrayNode) form.path("components");
        parts.addAll(parts.deepCopy());
        return form;
    }

    /** Of all forms that open for somebody who may open everything. */
    private static Set<String> fields(MemberInChannel alice, Stakes stakes) throws Exception {
        List<CustomId> openers = rig.features().openers().stream()
                .flatMap(opener -> targets(opener.action(), stakes))
                .toList();
        return together(openers, id -> forged(alice, stakes.card(), press(id.toString()))).stream()
                .flatMap(press -> press.modal().stream())
                .flatMap(modal -> modal.fields().stream())
                .map(SandboxModal.Field::customId)
                .collect(Collectors.toSet());
    }

    private static Stream<CustomId> targets(Action action, Stakes stakes) {
        return Stream.of(stakes.id("delivered"), stakes.id("draft"), NO_SONG)
                .map(song -> new CustomId(action, new JobId(song)))
                .flatMap(ForgedInteractionsTest::numbered);
    }

    /** What is there now and was not, and what was and is not. */
    private static List<String> changes(Set<String> before, Set<String> after) {
        return Stream.concat(
                        before.stream().filter(row -> !after.contains(row)),
                        after.stream().filter(row -> !before.contains(row)))
                .toList();
    }

    /** When what was begun has ended; a guild's commands are registered when that suits. */
    private static Set<String> rows() {
        Set<String> rows = new Tables(rig.database.dataSource()).rows();
        while (!rig.sandbox.await(Duration.ofMillis(500), () -> false)) {
            Set<String> later = new Tables(rig.database.dataSource()).rows();
            if (later.equals(rows)) {
                break;
            }
            rows = later;
        }
        return rows.stream()
                .filter(row -> !row.startsWith("registered_guild: "))
                .collect(Collectors.toSet());
    }

    /**
     * What Alice has to lose, and the ids that say so.
     *
     * @param card a message of the bot that everybody sees
     */
    private record Stakes(Map<String, String> ids, SandboxMessage card) {
        /** What is none of hers stands for itself. */
        String id(String target) {
            return ids.getOrDefault(target, target);
        }

        static Stakes of(Scene scene, Scene elsewhere) throws IOException {
            Job foreign = rig.delivered(elsewhere, Map.of("prompt", SECRET));
            Job secret = scene.asks(scene.alice, Map.of("prompt", SECRET, "private", true));
            Job delivered = rig.delivered(scene, Map.of("prompt", "a calm river"));
            SandboxMessage card = scene.general.messages().getLast();
            Job waiting = scene.asks(scene.alice, "a loud river");
            SandboxInteraction compose = scene.alice.in(scene.general).runs("compose");
            String draft = compose.modal().orElseThrow().customId();
            waited(scene.alice.in(scene.general).submits(compose, Map.of("prompt", SECRET, "length", "not a length")));
            return new Stakes(
                    Map.of(
                            "delivered",
                            delivered.id().value(),
                            "waiting",
                            waiting.id().value(),
                            "private",
                            secret.id().value(),
                            "draft",
                            CustomId.parse(draft).orElseThrow().song().value(),
                            "elsewhere",
                            foreign.id().value()),
                    card);
        }
    }
}
