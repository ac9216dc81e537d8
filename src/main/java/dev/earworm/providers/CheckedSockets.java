package dev.earworm.providers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect only where they may.
 *
 * <p>The check sits at the socket because nothing happens between it and the connection: a name that resolves to
 * another address a moment later, an address in a strange spelling and a redirect all come through here, and no
 * resolver is asked twice.
 */
final class CheckedSockets extends SocketFactory {
    private final Predicate<InetAddress> allowed;

    CheckedSockets(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /** The address is not one that may be asked. */
    static final class ForbiddenAddressException extends IOException {
        private static final long serialVersionUID = 1;

        ForbiddenAddressException() {
            super("the address is not a public one");
        }
    }

    @Override
    public Socket createSocket() {
        return new CheckedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(address, port));
    }

    private Socket connected(SocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private final class CheckedSocket extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            boolean mayConnect = endpoint instanceof InetSocketAddress address
                    && !address.isUnresolved()
                    && allowed.test(address.getAddress());
            if (!mayConnect) {
                throw new ForbiddenAddressException();
            }
            super.connect(endpoint, timeout);
        }
    }
}
