package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.delivery.Post.PostControl;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.delivery.Post.PostMenu.Entry;
import java.util.List;

/** Whether songs may be sent in direct messages. */
final class DirectMessagesSetting implements Setting {
    @Override
    public int number() {
        return 7;
    }

    @Override
    public PanelPage page() {
        return PanelPage.SENDING;
    }

    @Override
    public String now(Panel panel) {
        return isOn(panel) ? say("settings.direct-messages") : say("settings.no-direct-messages");
    }

    @Override
    public List<PostControl> controls(Panel panel) {
        return List.of(new PostMenu(
                Controls.id(this),
                say("admin.choose"),
                List.of(
                        new Entry(say("settings.choose-direct-messages"), Controls.ON),
                        new Entry(say("settings.choose-no-direct-messages"), Controls.OFF)),
                Controls.switched(isOn(panel))));
    }

    @Override
    public Answer read(List<String> answer, Panel panel) {
        return Controls.read(answer.getFirst())
                .<Answer>map(on -> new Answer.Taken(
                        before -> before.withAccess(before.access().withDirectMessages(on))))
                .orElseGet(() -> new Answer.Refused(say("admin.no-such-setting")));
    }

    private static boolean isOn(Panel panel) {
        return panel.settings().access().directMessages();
    }
}
