package dev.earworm.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between browser and server that can be cut and mended. */
final class BrokenLine implements AutoCloseable {
    private final int server;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    BrokenLine(URI server) throws IOException {
        this.server = server.getPort();
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::connect);
    }

    /** Where a browser finds the server through this line. */
    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** Whatever is on the line is lost, and nothing comes through any more. */
    void cut() {
        isCut = true;
        open.forEach(BrokenLine::hangUp);
    }

    void mend() {
        isCut = false;
    }

    private void connect() {
        try {
            while (true) {
                Socket browser = keep(door.accept());
                if (isCut) {
                    hangUp(browser);
                } else {
                    Socket other = keep(new Socket(InetAddress.getLoopbackAddress(), server));
                    Thread.ofVirtual().start(() -> carry(browser, other));
                    Thread.ofVirtual().start(() -> carry(other, browser));
                }
            }
        } catch (IOException e) {
            // Closed; what is on the line ends when either side does.
        }
    }

    private Socket keep(Socket socket) {
        open.add(socket);
        return socket;
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to;
                InputStream bytes = from.getInputStream()) {
            bytes.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Either side hung up, and the other is told by that.
        } finally {
            open.remove(from);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
