package dev.earworm.discord.component;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Admins;
import dev.earworm.discord.command.Answers;
import dev.earworm.discord.command.Origin;
import dev.earworm.discord.command.UsageDesk;
import dev.earworm.discord.command.UsageView;
import dev.earworm.discord.delivery.CustomId;
import dev.earworm.discord.delivery.CustomId.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.requests.RestAction;

/** Other days, or put together in another way, below {@code /admin usage}: the answer changes in its place. */
public final class UsageMenu implements MenuHandler {
    private final Action action;
    private final BiFunction<CustomId, String, Optional<UsageView>> choice;
    private final UsageDesk desk;

    private UsageMenu(Action action, BiFunction<CustomId, String, Optional<UsageView>> choice, UsageDesk desk) {
        this.action = action;
        this.choice = choice;
        this.desk = desk;
    }

    public static List<MenuHandler> both(UsageDesk desk) {
        return List.of(
                new UsageMenu(Action.USAGE_SPAN, UsageView::withSpan, desk),
                new UsageMenu(Action.USAGE_GROUPING, UsageView::withGrouping, desk));
    }

    @Override
    public Action action() {
        return action;
    }

    @Override
    public RestAction<?> acknowledgement(StringSelectInteractionEvent event) {
        return event.deferEdit();
    }

    @Override
    public void select(StringSelectInteractionEvent event, CustomId id) {
        Optional<UsageView> view = event.getValues().stream().findFirst().flatMap(value -> choice.apply(id, value));
        if (!Admins.isOne(event)) {
            Answers.aside(event.getHook(), say("admin.not-yours"));
        } else if (view.isEmpty()) {
            Answers.aside(event.getHook(), say("usage.no-such-view"));
        } else {
            Answers.fill(event.getHook(), desk.report(Origin.account(event).guild(), view.get()));
        }
    }
}
