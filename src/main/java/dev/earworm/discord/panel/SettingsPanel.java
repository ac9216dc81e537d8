package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.DenialSentences;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Post.PostControl;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.music.Providers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message;

/** Draws the panel: all that is set, a menu of pages, and what the open page is changed with. */
final class SettingsPanel {
    /** A setting with more entries than one menu takes goes on in another, whose number is so much higher. */
    static final int CONTINUED = 50;

    private final List<Setting> settings;

    SettingsPanel(Providers providers) {
        settings = List.of(
                new ChannelsSetting(),
                new RolesSetting(),
                new ModelSetting(providers),
                new LongestSetting(providers),
                new FormatsSetting(),
                new VoiceSetting(),
                new DirectMessagesSetting(),
                new LogSetting(),
                new LanguageSetting(),
                new RetentionSetting());
    }

    /** The one that a control is for; its id may be forged. */
    Optional<Setting> setting(CustomId id) {
        return id.part().stream()
                .boxed()
                .flatMap(part -> settings.stream().filter(setting -> setting.number() == part % CONTINUED))
                .findFirst();
    }

    /** With no page open. */
    Post post(Panel panel) {
        return words(panel).with(pages(List.of()));
    }

    Post post(Panel panel, PanelPage open) {
        Post post = words(panel).with(pages(List.of(open.value())));
        List<PostControl> controls = settings.stream()
                .filter(setting -> setting.page() == open)
                .flatMap(setting -> setting.controls(panel).stream())
                .toList();
        return Stream.concat(
                        controls.stream().filter(control -> !isButton(control)),
                        controls.stream().filter(SettingsPanel::isButton))
                .reduce(post, Post::with, (one, _) -> one);
    }

    private static boolean isButton(PostControl control) {
        return control instanceof Post.PostButton;
    }

    private Post words(Panel panel) {
        Stream<String> pause = panel.settings().paused().map(DenialSentences::pause).stream();
        Stream<String> now = settings.stream().map(setting -> setting.now(panel));
        Stream<String> warnings = settings.stream().flatMap(setting -> setting.warnings(panel).stream());
        String sentences = Stream.of(pause, now, warnings).flatMap(part -> part).collect(Collectors.joining("\n"));
        return Post.of(MemberWords.shortened(say("admin.settings", sentences), Message.MAX_CONTENT_LENGTH));
    }

    private static PostMenu pages(List<String> open) {
        return new PostMenu(
                CustomId.of(Action.SETTINGS_PAGE),
                say("settings.page"),
                Arrays.stream(PanelPage.values())
                        .map(page -> new PostMenu.Entry(page.title(), page.value()))
                        .toList(),
                open,
                1);
    }
}
