package org.ninetyten.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Waiting;

/** Says whether a port is free, and who has it when it isn't. */
final class Ports {

    private static final String LISTENING = "0A";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Ports() {}

    static void mustBeFree(int port, String wantedBy) {
        // A process that is being started at this moment holds copies of our open sockets until it has closed them.
        if (Waiting.until(() -> isFree(port), PATIENCE, PAUSE)) {
            return;
        }
        String owner = owner(port)
                .map(process -> "process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + Path.of(command).getFileName() + ")")
                                .orElse(""))
                .orElse("another process");
        throw new Failure("Port " + port + ", which " + wantedBy + " needs, is taken by " + owner
                + ": stop that process, or set NINETYTEN_PORT_BASE to move all ports.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            return false;
        }
        // A listener on all addresses does not stop the bind above on every system.
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Linux only; elsewhere, and for processes of other users, nobody can be named. */
    static Optional<ProcessHandle> owner(int port) {
        return inode(port)
                .flatMap(inode -> ProcessHandle.allProcesses()
                        .filter(process -> hasSocket(process.pid(), inode))
                        .findFirst());
    }

    private static Optional<String> inode(int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
            try {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] fields = line.strip().split("\\s+", -1);
                    if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
                        return Optional.of(fields[9]);
                    }
                }
            } catch (IOException e) {
                // No such table on this system: the owner stays unknown.
            }
        }
        return Optional.empty();
    }

    private static boolean hasSocket(long pid, String inode) {
        String socket = "socket:[" + inode + "]";
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException e) {
            // The process ended meanwhile or belongs to another user.
        }
        return false;
    }
}
