package dev.earworm.discord;

import dev.earworm.discord.command.SlashCommand;
import dev.earworm.discord.component.ButtonHandler;
import dev.earworm.discord.delivery.CustomId;
import java.util.List;
import java.util.Optional;

/** Everything that members can make the bot do, in one list: {@link DiscordBot} writes it. */
record Features(List<SlashCommand> commands, List<ButtonHandler> buttons) {
    Features {
        commands = List.copyOf(commands);
        buttons = List.copyOf(buttons);
    }

    Optional<SlashCommand> command(String name) {
        return commands.stream()
                .filter(command -> command.data().getName().equals(name))
                .findFirst();
    }

    Optional<ButtonHandler> button(CustomId id) {
        return buttons.stream().filter(button -> button.action() == id.action()).findFirst();
    }
}
