package dev.earworm.discord.panel;

import dev.earworm.discord.command.AdminJournal;
import dev.earworm.discord.command.AdminTask;
import dev.earworm.discord.component.ButtonHandler;
import dev.earworm.discord.component.FormHandler;
import dev.earworm.discord.component.FormOpener;
import dev.earworm.discord.component.MenuHandler;
import dev.earworm.discord.component.PickerHandler;
import dev.earworm.music.Providers;
import dev.earworm.settings.SettingsStore;
import java.util.List;

/** Everything that belongs to the panel of {@code /admin settings}. */
public final class PanelFeatures {
    private final SettingsTask task;
    private final SettingMenu menu;
    private final PageMenu pages;
    private final SettingButton button;
    private final SettingForm form;

    public PanelFeatures(SettingsStore settings, AdminJournal journal, Providers providers) {
        SettingsPanel panel = new SettingsPanel(providers);
        SettingsChanging changing = new SettingsChanging(settings, journal, panel);
        task = new SettingsTask(settings, panel);
        menu = new SettingMenu(changing);
        pages = new PageMenu(settings, panel);
        button = new SettingButton(changing);
        form = new SettingForm(settings, panel, changing);
    }

    public AdminTask task() {
        return task;
    }

    public List<MenuHandler> menus() {
        return List.of(menu, pages);
    }

    public List<PickerHandler> pickers() {
        return List.of(menu);
    }

    public List<ButtonHandler> buttons() {
        return List.of(button);
    }

    public List<FormOpener> openers() {
        return List.of(form);
    }

    public List<FormHandler> forms() {
        return List.of(form);
    }
}
