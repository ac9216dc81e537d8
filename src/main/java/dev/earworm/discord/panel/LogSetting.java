package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.Post.PostControl;
import dev.earworm.discord.delivery.Post.PostPicker;
import dev.earworm.jobs.ChannelId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/** Where admins read what happens. */
final class LogSetting implements Setting {
    private static final Set<ChannelType> TYPES = EnumSet.of(ChannelType.TEXT, ChannelType.NEWS);

    @Override
    public int number() {
        return 8;
    }

    @Override
    public PanelPage page() {
        return PanelPage.SENDING;
    }

    @Override
    public String now(Panel panel) {
        return panel.settings()
                .log()
                .map(channel -> say("settings.log", "<#" + channel + ">"))
                .orElseGet(() -> say("settings.no-log"));
    }

    @Override
    public List<String> warnings(Panel panel) {
        return Channels.warnings(panel.guild(), panel.settings().log().stream().toList(), LogSetting::missing);
    }

    private static List<Permission> missing(GuildChannel channel) {
        // Explicit ones: without View Channel all others count as missing.
        Set<Permission> held = channel.getGuild().getSelfMember().getPermissionsExplicit(channel);
        return held.contains(Permission.ADMINISTRATOR)
                ? List.of()
                : Stream.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND)
                        .filter(needed -> !held.contains(needed))
                        .toList();
    }

    @Override
    public List<PostControl> controls(Panel panel) {
        List<PostControl> controls = new ArrayList<>();
        controls.add(new PostPicker(
                Controls.id(this),
                say("settings.choose-log"),
                new PostPicker.Kind.Channels(TYPES),
                Channels.existing(panel.guild(), panel.settings().log().stream().toList()),
                1));
        if (panel.settings().log().isPresent()) {
            controls.add(Controls.clearing(this, say("settings.clear-log")));
        }
        return controls;
    }

    @Override
    public Answer read(List<String> answer, Panel panel) {
        Optional<ChannelId> channel = Channels.read(answer, panel.guild(), TYPES)
                .filter(chosen -> chosen.size() == 1)
                .map(chosen -> chosen.iterator().next());
        return channel.isPresent()
                ? new Answer.Taken(before -> before.withLog(channel))
                : new Answer.Refused(say("settings.no-such-channel"));
    }

    @Override
    public Answer clear() {
        return new Answer.Taken(before -> before.withLog(Optional.empty()));
    }
}
