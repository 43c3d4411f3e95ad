package org.ninetyten.leadrouting.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Sends POST requests over connections that stay open. Plain sockets: a client library would take as much of the machine
 * as the service that is measured.
 */
final class HttpLoad {

    private final URI address;
    private final String token;

    HttpLoad(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** A request that was answered. */
    interface Listener {
        /**
         * Hears of an answer.
         *
         * @param due when the request should have been sent, {@code System.nanoTime()}
         * @param answered when the whole answer had come
         */
        void answered(long number, String body, long due, long answered);
    }

    static final Listener IGNORE = (number, body, due, answered) -> {};

    /**
     * How many were answered in which time.
     *
     * @param millis from when the request was due to its answer, sorted
     */
    record Result(long answered, double seconds, List<Double> millis) {

        double rate() {
            return answered / seconds;
        }

        double percentile(double percent) {
            int place = (int) Math.ceil(millis.size() * percent / 100);
            return millis.get(Math.clamp(place - 1L, 0, millis.size() - 1));
        }
    }

    /** Each connection sends the next request when it has the answer to the one before. */
    Result asFastAsPossible(int connections, Duration time, LongFunction<String> body, int status) throws Exception {
        return run(connections, time, 0, body, status, IGNORE);
    }

    /** Requests are due at a fixed rate, whether or not those before are answered; waiting for a connection counts. */
    Result atRate(int connections, Duration time, double rate, LongFunction<String> body, int status, Listener listener)
            throws Exception {
        return run(connections, time, rate, body, status, listener);
    }

    private Result run(
            int connections, Duration time, double rate, LongFunction<String> body, int status, Listener listener)
            throws InterruptedException, ExecutionException {
        AtomicLong next = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Double> all = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(connections)) {
            List<Future<List<Double>>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(senders.submit(() -> {
                    List<Double> millis = new ArrayList<>();
                    try (Connection connection = new Connection()) {
                        while (System.nanoTime() < end) {
                            long number = next.getAndIncrement();
                            long due = rate == 0 ? System.nanoTime() : begin + (long) (number / rate * 1e9);
                            if (due >= end) {
                                break;
                            }
                            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                                LockSupport.parkNanos(left);
                            }
                            String answer = connection.post(body.apply(number), status);
                            long answered = System.nanoTime();
                            millis.add((answered - due) / 1e6);
                            listener.answered(number, answer, due, answered);
                        }
                    }
                    return millis;
                }));
            }
            for (Future<List<Double>> sender : running) {
                all.addAll(sender.get());
            }
        }
        double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        all.sort(null);
        return new Result(all.size(), seconds, all);
    }

    private final class Connection implements AutoCloseable {

        private final Socket socket = new Socket(address.getHost(), address.getPort());
        private final InputStream in = new BufferedInputStream(socket.getInputStream());
        private final OutputStream out = socket.getOutputStream();

        private Connection() throws IOException {
            socket.setTcpNoDelay(true);
        }

        private String post(String body, int expected) throws IOException {
            byte[] content = body.getBytes(UTF_8);
            byte[] head = ("POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                            + "\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n")
                    .getBytes(ISO_8859_1);
            byte[] request = Arrays.copyOf(head, head.length + content.length);
            System.arraycopy(content, 0, request, head.length, content.length);
            out.write(request);
            out.flush();
            String status = line();
            int length = 0;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                    chunked = true;
                }
            }
            String answer = chunked ? chunks() : new String(in.readNBytes(length), UTF_8);
            if (!status.contains(" " + expected + " ")) {
                throw new IOException(status + ": " + answer);
            }
            return answer;
        }

        /** What is long comes in pieces, each after its length, with an empty one at the end. */
        private String chunks() throws IOException {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int length = Integer.parseInt(line().strip(), 16); ; length = Integer.parseInt(line().strip(), 16)) {
                whole.writeBytes(in.readNBytes(length));
                line();
                if (length == 0) {
                    return whole.toString(UTF_8);
                }
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int read = in.read(); read != '\n'; read = in.read()) {
                if (read < 0) {
                    throw new IOException("The service closed the connection");
                }
                if (read != '\r') {
                    line.append((char) read);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
