package dev.earworm.discord;

import dev.earworm.discord.delivery.CustomId;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import org.slf4j.MDC;

/**
 * Until it is closed, each line of the log that this thread writes says which interaction it belongs to, in which guild, and
 * which song it is about if it is about one. Not whose it is, and nothing of what was typed.
 */
final class InteractionLog implements AutoCloseable {
    private final Map<String, String> before;

    private InteractionLog(Map<String, String> before) {
        this.before = before;
    }

    static InteractionLog of(Interaction event) {
        InteractionLog log = new InteractionLog(
                Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of()));
        MDC.put("interaction", event.getId());
        if (event.getGuild() != null) {
            MDC.put("guild", event.getGuild().getId());
        }
        customId(event)
                .flatMap(CustomId::parse)
                .filter(CustomId::isAboutASong)
                .map(CustomId::song)
                .ifPresent(song -> MDC.put("job", song.value()));
        return log;
    }

    private static Optional<String> customId(Interaction event) {
        return switch (event) {
            case GenericComponentInteractionCreateEvent component -> Optional.of(component.getComponentId());
            case ModalInteractionEvent form -> Optional.of(form.getModalId());
            default -> Optional.empty();
        };
    }

    @Override
    public void close() {
        MDC.setContextMap(before);
    }
}
