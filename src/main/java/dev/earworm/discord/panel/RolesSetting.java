package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.DenialSentences;
import dev.earworm.discord.delivery.Post.PostControl;
import dev.earworm.discord.delivery.Post.PostPicker;
import dev.earworm.quota.RoleId;
import dev.earworm.settings.GuildSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Role;

/** Which roles let a member have songs. */
final class RolesSetting implements Setting {
    private static final int MOST = 25;

    @Override
    public int number() {
        return 3;
    }

    @Override
    public PanelPage page() {
        return PanelPage.WHO;
    }

    @Override
    public String now(Panel panel) {
        Set<RoleId> needed = needed(panel);
        return needed.isEmpty()
                ? say("settings.roles-all")
                : say("settings.roles", needed.size(), DenialSentences.roles(needed));
    }

    @Override
    public List<String> warnings(Panel panel) {
        int gone = needed(panel).size() - existing(panel).size();
        return gone == 0 ? List.of() : List.of(say("settings.roles-gone", gone));
    }

    @Override
    public List<PostControl> controls(Panel panel) {
        List<PostControl> controls = new ArrayList<>();
        controls.add(new PostPicker(
                Controls.id(this), say("settings.choose-roles"), new PostPicker.Kind.Roles(), existing(panel), MOST));
        if (!needed(panel).isEmpty()) {
            controls.add(Controls.clearing(this, say("settings.everyone")));
        }
        return controls;
    }

    @Override
    public Answer read(List<String> answer, Panel panel) {
        Guild guild = panel.guild();
        Set<RoleId> chosen = new HashSet<>();
        for (String text : answer) {
            OptionalLong id = Controls.identifier(text);
            Role role = id.isEmpty() ? null : guild.getRoleById(id.getAsLong());
            if (role == null) {
                return new Answer.Refused(say("settings.no-such-role"));
            }
            chosen.add(new RoleId(role.getIdLong()));
        }
        if (chosen.isEmpty() || chosen.size() > MOST) {
            return new Answer.Refused(say("settings.no-such-role"));
        }
        return new Answer.Taken(before -> with(before, chosen));
    }

    @Override
    public Answer clear() {
        return new Answer.Taken(before -> with(before, Set.of()));
    }

    private static Set<RoleId> needed(Panel panel) {
        return panel.settings().access().roles();
    }

    private static List<Long> existing(Panel panel) {
        return needed(panel).stream()
                .map(RoleId::value)
                .filter(id -> panel.guild().getRoleById(id) != null)
                .sorted()
                .toList();
    }

    private static GuildSettings with(GuildSettings before, Set<RoleId> roles) {
        return before.withAccess(before.access().withRoles(roles));
    }
}
