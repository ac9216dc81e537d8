package dev.earworm.discord;

import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** Tells when a shard loses its connection. */
final class GatewayWatch extends ListenerAdapter {
    private final DiscordObserver observer;

    GatewayWatch(DiscordObserver observer) {
        this.observer = observer;
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        observer.disconnected();
    }
}
