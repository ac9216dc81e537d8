package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.Post.PostControl;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.delivery.Post.PostMenu.Entry;
import java.util.List;

/** Whether songs come as voice messages, too. A file there is always: it is what a song is kept as. */
final class VoiceSetting implements Setting {
    @Override
    public int number() {
        return 1;
    }

    @Override
    public PanelPage page() {
        return PanelPage.SENDING;
    }

    @Override
    public String now(Panel panel) {
        return panel.settings().voiceCopies() ? say("settings.voice") : say("settings.no-voice");
    }

    @Override
    public List<PostControl> controls(Panel panel) {
        return List.of(new PostMenu(
                Controls.id(this),
                say("admin.choose"),
                List.of(
                        new Entry(say("settings.choose-no-voice"), Controls.OFF),
                        new Entry(say("settings.choose-voice"), Controls.ON)),
                Controls.switched(panel.settings().voiceCopies())));
    }

    @Override
    public Answer read(List<String> answer, Panel panel) {
        return Controls.read(answer.getFirst())
                .<Answer>map(on -> new Answer.Taken(before -> before.withVoiceCopies(on)))
                .orElseGet(() -> new Answer.Refused(say("admin.no-such-setting")));
    }
}
