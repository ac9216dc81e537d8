package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mockito.Mockito;

class CommandShapeTest {
    private static final CommandScope EVERYWHERE = new CommandScope.Everywhere(Mockito.mock(JDA.class));
    private static final CommandScope HOME = new CommandScope.OneGuild(Mockito.mock(Guild.class));

    @Test
    void theOrderOfCommandsIsNoDifference() {
        CommandData other = Commands.slash("other", "something else");

        assertThat(CommandShape.areSame(EVERYWHERE, List.of(song(), other), List.of(other, song())))
                .isTrue();
        assertThat(CommandShape.areSame(EVERYWHERE, List.of(song(), other), List.of(song())))
                .isFalse();
    }

    @Test
    void aNumberIsTheSameHoweverItIsWritten() {
        assertThat(CommandShape.areSame(
                        EVERYWHERE,
                        List.of(song().addOptions(length().setMinValue(1).setMaxValue(600))),
                        List.of(song().addOptions(length().setMinValue(1.0).setMaxValue(600.0)))))
                .isTrue();
        assertThat(CommandShape.areSame(
                        EVERYWHERE,
                        List.of(song().addOptions(length().setMaxValue(600))),
                        List.of(song().addOptions(length().setMaxValue(601)))))
                .isFalse();
    }

    @Test
    void inAGuildNothingIsSaidOfOtherPlaces() {
        SlashCommandData elsewhere =
                song().setContexts(InteractionContextType.BOT_DM).setIntegrationTypes(IntegrationType.USER_INSTALL);

        assertThat(CommandShape.areSame(HOME, List.of(song()), List.of(elsewhere)))
                .isTrue();
        assertThat(CommandShape.areSame(EVERYWHERE, List.of(song()), List.of(elsewhere)))
                .isFalse();
    }

    @TestFactory
    Stream<DynamicTest> whatMembersSeeIsADifference() {
        Map<String, UnaryOperator<SlashCommandData>> changes = Map.ofEntries(
                Map.entry("description", song -> song.setDescription("another")),
                Map.entry(
                        "a description in another language",
                        song -> song.setDescriptionLocalization(DiscordLocale.GERMAN, "anders")),
                Map.entry("a name in another language", song -> song.setNameLocalization(DiscordLocale.GERMAN, "lied")),
                Map.entry("contexts", song -> song.setContexts(InteractionContextType.GUILD)),
                Map.entry("installations", song -> song.setIntegrationTypes(IntegrationType.USER_INSTALL)),
                Map.entry("age limit", song -> song.setNSFW(true)),
                Map.entry(
                        "permissions",
                        song -> song.setDefaultPermissions(
                                DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))),
                Map.entry("an option more", song -> song.addOption(OptionType.STRING, "more", "of it")),
                Map.entry("an option less", song -> song.removeOptions(option -> true) ? song : song),
                Map.entry(
                        "an option that must be",
                        song -> with(song, options -> options.getFirst().setRequired(true))),
                Map.entry(
                        "the order of options", song -> with(song, options -> options.addFirst(options.removeLast()))),
                Map.entry(
                        "a choice more",
                        song -> with(song, options -> options.getLast().addChoice("wav", "wav"))),
                Map.entry(
                        "a choice in another language",
                        song -> with(
                                song,
                                options -> options.getLast()
                                        .getChoices()
                                        .getFirst()
                                        .setNameLocalization(DiscordLocale.GERMAN, "emm-pe-drei"))));
        return changes.entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(
                        change.getKey(),
                        () -> assertThat(CommandShape.areSame(
                                        EVERYWHERE,
                                        List.of(full()),
                                        List.of(change.getValue().apply(full()))))
                                .isFalse()));
    }

    private static SlashCommandData with(SlashCommandData song, Consumer<List<OptionData>> change) {
        List<OptionData> options = new ArrayList<>(song.getOptions());
        change.accept(options);
        song.removeOptions(_ -> true);
        return song.addOptions(options);
    }

    private static SlashCommandData song() {
        return Commands.slash("song", "makes a song");
    }

    private static SlashCommandData full() {
        return song().addOptions(
                        length(), new OptionData(OptionType.STRING, "format", "which").addChoice("mp3", "mp3"));
    }

    private static OptionData length() {
        return new OptionData(OptionType.NUMBER, "length", "how long");
    }
}
