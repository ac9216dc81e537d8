package dev.earworm.discord.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.words.ModelSentences;
import dev.earworm.jobs.Visibility;
import dev.earworm.keys.Accounts;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.MusicProvider;
import dev.earworm.music.Price;
import dev.earworm.music.PriceConfig;
import dev.earworm.music.Providers;
import dev.earworm.music.ReferenceRule;
import dev.earworm.music.SynchronousProvider;
import dev.earworm.music.Usd;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.SettingsStore;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.IntegrationOwners;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

class HelpCommandTest {
    private static final MusicModel SINGER = MusicModel.named(new ModelId("choir", "one"), "The Choir")
            .length(3, 60, 1_200)
            .prompt(1, 100)
            .lyrics(10, 400)
            .needs(Feature.LYRICS)
            .can(Feature.INSTRUMENTAL, Feature.PLAN)
            .price(new Price.PerMinute(Usd.of("0.15")))
            .build();
    private static final MusicModel COVER = MusicModel.named(new ModelId("choir", "cover"), "The Cover")
            .ownLength(120)
            .prompt(1, 100)
            .reference(new ReferenceRule(Duration.ofSeconds(6), Duration.ofSeconds(60), 1_000, Set.of(AudioFormat.MP3)))
            .build();

    @Test
    void aModelSaysWhatItCanDoInAFewWords() {
        ModelSentences sentences = new ModelSentences(providers(List.of(SINGER, COVER)));

        assertThat(sentences.brief(SINGER))
                .isEqualTo("The Choir · 3–1200 s · instrumental, needs lyrics, plan · $0.15 a minute");
        assertThat(sentences.brief(COVER)).isEqualTo("The Cover · about 120 s · reference");
    }

    @Test
    void theOperatorsPriceIsTheOneThatMembersRead() {
        Providers providers = new Providers(List.of(provider(List.of(SINGER))), PriceConfig.parse("choir/one=0/song"));

        assertThat(new ModelSentences(providers).brief(SINGER)).endsWith(" · free");
    }

    @Test
    void helpNamesEveryCommandAndEveryModel() {
        Providers providers = providers(List.of(SINGER, COVER));
        HelpCommand help = help(List.of(), providers);

        assertThat(text(help)).isEqualTo("""
                **What you can type**
                `/help` What you can type, and who makes songs here
                `/help command:` explains one of them.
                **Who makes songs here** (the first, if you name no `model`)
                `choir/one` The Choir · 3–1200 s · instrumental, needs lyrics, plan · $0.15 a minute
                `choir/cover` The Cover · about 120 s · reference""");
    }

    @Test
    void moreModelsThanFitIntoAMessageAreCounted() {
        List<MusicModel> many = IntStream.range(0, 60)
                .mapToObj(i -> MusicModel.named(new ModelId("choir", "model-" + i), "A model with a long name " + i)
                        .length(3, 30, 60)
                        .prompt(1, 100)
                        .build())
                .toList();

        String help = text(help(List.of(), providers(many)));

        assertThat(help).hasSizeLessThanOrEqualTo(Message.MAX_CONTENT_LENGTH).contains("`choir/model-0`");
        long shown = help.lines().filter(line -> line.startsWith("`choir/")).count();
        assertThat(help).endsWith("… and " + (60 - shown) + " more models; type into `model` to see them.");
    }

    @Test
    void aCommandThatNeedsAPermissionIsListedForThoseWhoHaveIt() {
        HelpCommand help = help(List.of(new Admin()), providers(List.of(SINGER)));
        Member admin = Mockito.mock();
        Mockito.when(admin.hasPermission(
                        ArgumentMatchers.<GuildChannel>any(),
                        ArgumentMatchers.eq(EnumSet.of(Permission.MANAGE_SERVER))))
                .thenReturn(true);

        assertThat(help.answer(event(admin)).post().content()).contains("`/admin` How it is here\n`/help`");
        assertThat(help.answer(event(Mockito.mock())).post().content()).doesNotContain("admin");
        assertThat(text(help)).as("outside of guilds").doesNotContain("admin");
    }

    @Test
    void itIsNotExplainedToOthersEither() {
        HelpCommand help = help(List.of(new Admin()), providers(List.of(SINGER)));
        SlashCommandInteractionEvent event = event(Mockito.mock());
        OptionMapping admin = option("admin");
        Mockito.when(event.getOption("command")).thenReturn(admin);

        assertThat(help.answer(event).post().content()).startsWith("There is no command “admin” here.");
    }

    @Test
    void subcommandsAreExplainedWithTheirOptionsChoicesAndLimits() {
        assertThat(CommandGuide.full(new Admin().data())).isEqualTo("""
                **`/admin show`** What is set
                There is nothing to fill in.
                **`/admin limits songs`** How many a day
                - `count` That many, 1 to 50 (needed)
                - `mode` For whom: everyone, members""");
    }

    /** As it could be. */
    private static final class Admin implements SlashCommand {
        @Override
        public SlashCommandData data() {
            return Commands.slash("admin", "How it is here")
                    .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
                    .addSubcommands(new SubcommandData("show", "What is set"))
                    .addSubcommandGroups(new SubcommandGroupData("limits", "What is allowed")
                            .addSubcommands(new SubcommandData("songs", "How many a day")
                                    .addOptions(
                                            new OptionData(OptionType.INTEGER, "count", "That many", true)
                                                    .setRequiredRange(1, 50),
                                            new OptionData(OptionType.STRING, "mode", "For whom")
                                                    .addChoice("everyone", "all")
                                                    .addChoice("members", "some"))));
        }

        @Override
        public Visibility visibility(SlashCommandInteractionEvent event) {
            return Visibility.PRIVATE;
        }

        @Override
        public Reply answer(SlashCommandInteractionEvent event) {
            throw new UnsupportedOperationException();
        }
    }

    private static SlashCommandInteractionEvent event(Member member) {
        SlashCommandInteractionEvent event = Mockito.mock();
        Guild guild = Mockito.mock();
        IntegrationOwners owners = Mockito.mock();
        Mockito.when(event.getMember()).thenReturn(member);
        Mockito.when(event.getGuild()).thenReturn(guild);
        Mockito.when(event.getIntegrationOwners()).thenReturn(owners);
        return event;
    }

    private static OptionMapping option(String typed) {
        OptionMapping option = Mockito.mock();
        Mockito.when(option.getAsString()).thenReturn(typed);
        return option;
    }

    private static String text(HelpCommand help) {
        return help.answer(Mockito.mock()).post().content();
    }

    private static HelpCommand help(List<MemberCommand> others, Providers providers) {
        SettingsStore settings = Mockito.mock();
        Mockito.when(settings.of(ArgumentMatchers.any())).thenReturn(GuildSettings.DEFAULT);
        return new HelpCommand(
                others, new HouseRules(settings, Mockito.mock(), Accounts.ofOperator(providers)), providers);
    }

    private static Providers providers(List<MusicModel> models) {
        return new Providers(List.of(provider(models)));
    }

    private static MusicProvider provider(List<MusicModel> models) {
        SynchronousProvider provider = Mockito.mock();
        Mockito.when(provider.name()).thenReturn("choir");
        Mockito.when(provider.models()).thenReturn(models);
        return provider;
    }
}
