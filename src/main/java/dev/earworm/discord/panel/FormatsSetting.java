package dev.earworm.discord.panel;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.DenialSentences;
import dev.earworm.discord.delivery.Post.PostControl;
import dev.earworm.discord.delivery.Post.PostMenu;
import dev.earworm.discord.delivery.Post.PostMenu.Entry;
import dev.earworm.music.AudioFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which kinds of file members may choose. All of them is the same as no rule. */
final class FormatsSetting implements Setting {
    private static final List<AudioFormat> ALL = List.of(AudioFormat.values());

    @Override
    public int number() {
        return 6;
    }

    @Override
    public PanelPage page() {
        return PanelPage.SONGS;
    }

    @Override
    public String now(Panel panel) {
        Set<AudioFormat> allowed = panel.settings().songs().formats();
        return allowed.isEmpty()
                ? say("settings.formats-all", DenialSentences.formats(ALL))
                : say("settings.formats", DenialSentences.formats(allowed));
    }

    @Override
    public List<PostControl> controls(Panel panel) {
        return List.of(new PostMenu(
                Controls.id(this),
                say("settings.choose-formats"),
                ALL.stream()
                        .map(format -> new Entry(format.title(), format.extension()))
                        .toList(),
                ALL.stream()
                        .filter(panel.settings().songs()::allows)
                        .map(AudioFormat::extension)
                        .toList(),
                ALL.size()));
    }

    @Override
    public Answer read(List<String> answer, Panel panel) {
        List<Optional<AudioFormat>> chosen =
                answer.stream().map(AudioFormat::parse).toList();
        if (chosen.isEmpty() || chosen.stream().anyMatch(Optional::isEmpty)) {
            return new Answer.Refused(say("admin.no-such-setting"));
        }
        Set<AudioFormat> formats = EnumSet.noneOf(AudioFormat.class);
        chosen.stream().flatMap(Optional::stream).forEach(formats::add);
        Set<AudioFormat> rule = formats.size() == ALL.size() ? Set.of() : formats;
        return new Answer.Taken(before -> before.withSongs(before.songs().withFormats(rule)));
    }
}
