package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.DenialSentences;
import dev.earworm.discord.command.Preflight;
import dev.earworm.discord.delivery.Post.PostControl;
import dev.earworm.discord.delivery.Post.PostPicker;
import dev.earworm.jobs.ChannelId;
import dev.earworm.settings.GuildSettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.channel.ChannelType;

/** In which channels songs can be asked for. */
final class ChannelsSetting implements Setting {
    /** Those that have a chat, or threads that have one; Discord's OpenAPI file knows no media channels. */
    private static final Set<ChannelType> TYPES =
            EnumSet.of(ChannelType.TEXT, ChannelType.NEWS, ChannelType.VOICE, ChannelType.STAGE, ChannelType.FORUM);

    @Override
    public int number() {
        return 2;
    }

    @Override
    public PanelPage page() {
        return PanelPage.WHO;
    }

    @Override
    public String now(Panel panel) {
        Set<ChannelId> allowed = allowed(panel);
        return allowed.isEmpty()
                ? say("settings.channels-all")
                : say("settings.channels", DenialSentences.channels(allowed));
    }

    @Override
    public List<String> warnings(Panel panel) {
        return Channels.warnings(panel.guild(), allowed(panel), Preflight::missing);
    }

    @Override
    public List<PostControl> controls(Panel panel) {
        List<PostControl> controls = new ArrayList<>();
        controls.add(new PostPicker(
                Controls.id(this),
                say("settings.choose-channels"),
                new PostPicker.Kind.Channels(TYPES),
                Channels.existing(panel.guild(), allowed(panel)),
                Channels.MOST));
        if (!allowed(panel).isEmpty()) {
            controls.add(Controls.clearing(this, say("settings.every-channel")));
        }
        return controls;
    }

    @Override
    public Answer read(List<String> answer, Panel panel) {
        Optional<Set<ChannelId>> channels = Channels.read(answer, panel.guild(), TYPES);
        return channels.<Answer>map(chosen -> new Answer.Taken(before -> with(before, chosen)))
                .orElseGet(() -> new Answer.Refused(say("settings.no-such-channel")));
    }

    @Override
    public Answer clear() {
        return new Answer.Taken(before -> with(before, Set.of()));
    }

    private static Set<ChannelId> allowed(Panel panel) {
        return panel.settings().access().channels();
    }

    private static GuildSettings with(GuildSettings before, Set<ChannelId> channels) {
        return before.withAccess(before.access().withChannels(channels));
    }
}
