package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.Post;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.words.Language;
import dev.earworm.settings.GuildSettings;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.Interaction;

/** The panel of {@code /admin settings}: what is set, in plain words, and a menu for each. */
public final class SettingsPosts {
    private SettingsPosts() {}

    public static Post of(GuildSettings settings, Interaction interaction) {
        Language ofGuild = Language.of(interaction.getGuildLocale());
        String sentences = Arrays.stream(GuildSetting.values())
                .map(setting -> setting.now(settings, ofGuild))
                .collect(Collectors.joining("\n"));
        Post panel = Post.of(say("admin.settings", sentences));
        for (GuildSetting setting : GuildSetting.values()) {
            panel = panel.with(new PostMenu(
                    setting.menu(),
                    say("admin.choose"),
                    setting.answers(ofGuild),
                    Optional.of(setting.answer(settings))));
        }
        return panel;
    }
}
