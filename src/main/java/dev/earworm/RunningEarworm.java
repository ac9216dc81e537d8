package dev.earworm;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

/**
 * An Earworm that is running on this machine, as far as its port tells.
 *
 * @param port where it answers; 0 where nobody knows
 */
record RunningEarworm(int port) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Whether it answers. */
    boolean isThere() {
        return port != 0 && answers();
    }

    private boolean answers() {
        try {
            HttpURLConnection question = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/healthz").toURL().openConnection();
            question.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
            question.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
            return question.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether one could start there; says why not. */
    Finding port(String where) {
        if (port == 0) {
            return new Finding.Well("any that is free, as " + where + " is 0");
        }
        try (ServerSocket free = new ServerSocket(port)) {
            return new Finding.Well(free.getLocalPort() + " is free");
        } catch (IOException e) {
            return isThere()
                    ? new Finding.Well(port + " is in use by a running Earworm")
                    : new Finding.Unwell(port + " cannot be had (" + e.getMessage()
                            + "); stop what has it, or name another" + " one as " + where);
        }
    }
}
