package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.discord.BotRig.Scene;
import dev.earworm.discord.CommandLeaf.Value;
import dev.earworm.sandbox.InteractionKind;
import dev.earworm.sandbox.MemberInChannel;
import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Options that Discord would not let anybody send, for every command and each of its options: whoever may use the command
 * is told that it is not one, nothing comes of it, and it is no fault of the program. The list is the program's own.
 */
@ExtendWith(NoComplaints.class)
class ForgedCommandsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int HANDS = 8;
    private static final long BEYOND_ANY_INTEGER = 1L << 53;

    private static BotRig rig;

    private Scene scene;
    private SandboxMessage seen;

    @BeforeAll
    static void start(@TempDir Path folder) throws InterruptedException {
        rig = BotRig.loggedIn(folder, Catalogue.keeping());
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void aliceMayDoEverything() {
        scene = rig.scene();
        scene.alice.isGranted(Permission.MANAGE_GUILD);
        seen = scene.says(scene.alice, "help");
    }

    @Test
    void whatIsSentAsItIsRegisteredIsNoForgery() throws Exception {
        List<ObjectNode> fitting =
                leaves().map(leaf -> leaf.sent(required(leaf))).toList();

        assertThat(answers(fitting)).hasSizeGreaterThan(20).doesNotContain(refusal());
    }

    @Test
    void anOptionOfAnotherTypeIsNotRead() throws Exception {
        assertRefused(forgedOptions(option -> Stream.of(OptionType.values())
                .filter(type -> type.getKey() > OptionType.SUB_COMMAND_GROUP.getKey() && type != option.getType())
                .map(type -> Value.of(type).named(option.getName()))));
    }

    @Test
    void aTextThatIsTooLongOrNoChoiceIsNotRead() throws Exception {
        assertRefused(forgedOptions(option -> Stream.of("a".repeat(6001), "🎵".repeat(100_000), "no such choice")
                .filter(_ -> option.getType() == OptionType.STRING)
                .filter(text -> text.length() > 6000 || !option.getChoices().isEmpty())
                .map(text -> Value.text(text).named(option.getName()))));
    }

    @Test
    void aNumberThatIsOutOfItsRangeOrNoneIsNotRead() throws Exception {
        assertRefused(forgedOptions(option -> Stream.of(
                        JSON.numberNode(BEYOND_ANY_INTEGER),
                        JSON.numberNode(-BEYOND_ANY_INTEGER),
                        JSON.numberNode(Long.MIN_VALUE),
                        JSON.numberNode(1e300),
                        JSON.textNode("9".repeat(400)),
                        JSON.textNode("many"),
                        JSON.nullNode())
                .filter(_ -> option.getType() == OptionType.INTEGER || option.getType() == OptionType.NUMBER)
                .map(value -> new Value(option.getType(), value).named(option.getName()))));
    }

    @Test
    void aFileThatDoesNotComeAlongIsNotRead() throws Exception {
        assertRefused(forgedOptions(option -> Stream.of(Value.of(OptionType.ATTACHMENT))
                .filter(_ -> option.getType() == OptionType.ATTACHMENT)
                .map(value -> value.named(option.getName()))));
    }

    /** Only Discord says where a file is and what it is called; it says what the member's client told it. */
    @ParameterizedTest
    @MethodSource("lyingFiles")
    void aFileThatLiesIsAnsweredInWordsAndReservesNothing(String name, String type, String address) throws Exception {
        Value file = Value.of(OptionType.ATTACHMENT);
        ObjectNode song = new CommandLeaf(List.of("song"), List.of())
                .sent(List.of(Value.text("a calm river").named("prompt"), file.named("reference")));
        song.withObject("/resolved/attachments/" + file.json().asText())
                .put("id", file.json().asText())
                .put("filename", name)
                .put("content_type", type)
                .put("size", 1_000)
                .put("url", address)
                .put("proxy_url", address);
        Set<String> before = rows();

        assertThat(answers(List.of(song)).getFirst())
                .isNotEmpty()
                .doesNotContain("broken", "inside the bot", name, address);
        assertThat(rows()).isEqualTo(before);
    }

    private static Stream<Arguments> lyingFiles() {
        String there = "https://cdn.example/hum.mp3";
        return Stream.of(
                Arguments.of("../../etc/passwd", "audio/mpeg", there),
                Arguments.of("hum\r\nforged.mp3", "AUDIO/\n", there),
                Arguments.of("hum.html", "text/html", there),
                Arguments.of("hum.mp3", "audio/mpeg", "https://cdn.example/a hum\u0000.mp3"),
                Arguments.of("hum.mp3", "audio/mpeg", "hum"),
                Arguments.of("hum.mp3", "audio/mpeg", "file:///etc/passwd"));
    }

    @Test
    void anOptionThatThereIsNotOrThatComesTwiceIsNotRead() throws Exception {
        List<ObjectNode> forged = leaves().flatMap(leaf -> Stream.concat(
                        Stream.of(leaf.sent(
                                with(required(leaf), Value.of(OptionType.STRING).named("unheard")))),
                        leaf.options().stream().map(option -> {
                            ObjectNode value = Value.fitting(option);
                            return leaf.sent(with(with(others(leaf, option), value), value.deepCopy()));
                        })))
                .toList();

        assertRefused(forged);
    }

    @Test
    void anOptionThatIsMissingIsMissed() throws Exception {
        assertRefused(leaves().flatMap(leaf -> leaf.options().stream()
                        .filter(OptionData::isRequired)
                        .map(option -> leaf.sent(others(leaf, option))))
                .toList());
    }

    @Test
    void aSubcommandThatThereIsNotIsNotOne() throws Exception {
        List<ObjectNode> forged = new ArrayList<>();
        for (CommandLeaf leaf : leaves().toList()) {
            forged.add(leaf.deeper("unheard").sent(List.of()));
            forged.add(leaf.deeper("unheard").sent(required(leaf)));
        }

        assertRefused(forged);
    }

    /** Choices are asked for while half a command is typed, so of everything there may be anything but as many as 25. */
    @Test
    void whateverIsTypedIsOfferedNoMoreThanDiscordTakes() throws Exception {
        List<ObjectNode> typed = leaves().flatMap(leaf -> leaf.options().stream()
                        .filter(OptionData::isAutoComplete)
                        .flatMap(option -> leaf.options().stream()
                                .flatMap(other -> Stream.of(OptionType.STRING, OptionType.BOOLEAN, OptionType.USER)
                                        .map(type -> Value.of(type).named(other.getName())))
                                .filter(other -> !other.path("name").asText().equals(option.getName()))
                                .map(other -> leaf.sent(List.of(focused(option), other)))))
                .toList();

        List<SandboxInteraction> asked = sent(InteractionKind.AUTOCOMPLETE, typed);

        assertThat(asked)
                .hasSizeGreaterThan(10)
                .noneMatch(SandboxInteraction::isFailed)
                .allMatch(answered -> answered.choices().size() <= OptionData.MAX_CHOICES);
    }

    private static ObjectNode focused(OptionData option) {
        return Value.text("a".repeat(10_000)).named(option.getName()).put("focused", true);
    }

    /** As one wrong option among what the command needs. */
    private static List<ObjectNode> forgedOptions(Function<OptionData, Stream<ObjectNode>> forgery) {
        return leaves().flatMap(leaf -> leaf.options().stream()
                        .flatMap(option ->
                                forgery.apply(option).map(value -> leaf.sent(with(others(leaf, option), value)))))
                .toList();
    }

    private static Stream<CommandLeaf> leaves() {
        return rig.features().commands().stream().flatMap(command -> CommandLeaf.of(command.data()));
    }

    private static List<ObjectNode> required(CommandLeaf leaf) {
        return leaf.options().stream()
                .filter(OptionData::isRequired)
                .map(Value::fitting)
                .toList();
    }

    private static List<ObjectNode> others(CommandLeaf leaf, OptionData one) {
        return leaf.options().stream()
                .filter(option -> option.isRequired() && option != one)
                .map(Value::fitting)
                .toList();
    }

    private static List<ObjectNode> with(List<ObjectNode> options, ObjectNode more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    private void assertRefused(List<ObjectNode> forged) throws Exception {
        Set<String> before = rows();

        List<String> answers = answers(forged);

        assertThat(answers).isNotEmpty().containsOnly(refusal());
        assertThat(rows()).isEqualTo(before);
    }

    private static String refusal() {
        return "I do not know that command in this form. Perhaps it has just changed: start Discord anew and try again.";
    }

    private List<String> answers(List<ObjectNode> commands) throws Exception {
        return sent(InteractionKind.COMMAND, commands).stream()
                .map(ForgedCommandsTest::answer)
                .toList();
    }

    /** A few at a time, as the sandbox answers them on few threads. */
    private List<SandboxInteraction> sent(InteractionKind kind, List<ObjectNode> commands) throws Exception {
        MemberInChannel alice = scene.alice.in(scene.general);
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<SandboxInteraction>> all = new ArrayList<>();
            commands.forEach(command -> all.add(hands.submit(() -> alice.forges(kind, seen, command))));
            List<SandboxInteraction> sent = new ArrayList<>();
            for (Future<SandboxInteraction> one : all) {
                sent.add(one.get());
            }
            return sent;
        }
    }

    private static String answer(SandboxInteraction sent) {
        assertThat(sent.isFailed()).as(sent + " was not answered").isFalse();
        return sent.modal().isPresent()
                ? "a form"
                : sent.awaitResponse(BotRig.SOON).content();
    }

    private static Set<String> rows() {
        return new Tables(rig.database.dataSource())
                .rows().stream()
                        .filter(row -> !row.startsWith("registered_guild: "))
                        .collect(Collectors.toSet());
    }
}
