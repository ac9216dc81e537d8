package dev.earworm.discord;

import dev.earworm.discord.command.MemberCommand;
import dev.earworm.discord.component.ButtonHandler;
import dev.earworm.discord.component.FormHandler;
import dev.earworm.discord.component.FormOpener;
import dev.earworm.discord.component.MenuHandler;
import dev.earworm.discord.component.PickerHandler;
import dev.earworm.discord.delivery.CustomId;
import java.util.List;
import java.util.Optional;

/**
 * What members can make the bot do: everything ({@link FeatureList} makes it), or one group of it.
 *
 * @param menus that do something by themselves
 * @param pickers menus of channels or roles
 * @param openers buttons and menus that open a form
 * @param forms what becomes of forms that are sent
 */
record Features(
        List<MemberCommand> commands,
        List<ButtonHandler> buttons,
        List<MenuHandler> menus,
        List<PickerHandler> pickers,
        List<FormOpener> openers,
        List<FormHandler> forms) {
    Features {
        commands = List.copyOf(commands);
        buttons = List.copyOf(buttons);
        menus = List.copyOf(menus);
        pickers = List.copyOf(pickers);
        openers = List.copyOf(openers);
        forms = List.copyOf(forms);
    }

    /** Without menus of channels or roles. */
    Features(
            List<MemberCommand> commands,
            List<ButtonHandler> buttons,
            List<MenuHandler> menus,
            List<FormOpener> openers,
            List<FormHandler> forms) {
        this(commands, buttons, menus, List.of(), openers, forms);
    }

    static Features of(MemberCommand command) {
        return new Features(List.of(command), List.of(), List.of(), List.of(), List.of());
    }

    /** All of them, in this order. */
    static Features joined(List<Features> groups) {
        return new Features(
                groups.stream().flatMap(group -> group.commands.stream()).toList(),
                groups.stream().flatMap(group -> group.buttons.stream()).toList(),
                groups.stream().flatMap(group -> group.menus.stream()).toList(),
                groups.stream().flatMap(group -> group.pickers.stream()).toList(),
                groups.stream().flatMap(group -> group.openers.stream()).toList(),
                groups.stream().flatMap(group -> group.forms.stream()).toList());
    }

    /** @param name in full, with subcommands after spaces */
    Optional<MemberCommand> command(String name) {
        return commands.stream()
                .filter(command -> (name + " ").startsWith(command.data().getName() + " "))
                .findFirst();
    }

    Optional<ButtonHandler> button(CustomId id) {
        return buttons.stream().filter(button -> button.action() == id.action()).findFirst();
    }

    Optional<MenuHandler> menu(CustomId id) {
        return menus.stream().filter(menu -> menu.action() == id.action()).findFirst();
    }

    Optional<PickerHandler> picker(CustomId id) {
        return pickers.stream().filter(picker -> picker.action() == id.action()).findFirst();
    }

    Optional<FormOpener> opener(CustomId id) {
        return openers.stream().filter(opener -> opener.action() == id.action()).findFirst();
    }

    Optional<FormHandler> form(CustomId id) {
        return forms.stream().filter(form -> form.action() == id.action()).findFirst();
    }
}
