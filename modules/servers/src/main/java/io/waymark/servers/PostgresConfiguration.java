package io.waymark.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server's {@code postgresql.conf}, written at every start so that an old data folder gets new settings.
 *
 * <p>Durability is never traded: the journal answers a caller after its commit, so fsync, synchronous commit and full page
 * writes are on, in tests too. A session that idles inside a transaction would hold back every reader of the journal's
 * tail, hence its limit.
 */
final class PostgresConfiguration {

    private PostgresConfiguration() {}

    static void write(Path dataFolder, int port) {
        Path file = dataFolder.resolve("postgresql.conf");
        try {
            Files.writeString(file, text(port));
        } catch (IOException e) {
            throw new ServerFailure("%s cannot be written: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static String text(int port) {
        return """
            # Written by Waymark at every start: changes made here are lost.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 150

            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_wal_size = 512MB
            checkpoint_timeout = 5min
            idle_in_transaction_session_timeout = 30s

            shared_buffers = 192MB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            effective_cache_size = 1GB
            max_parallel_workers_per_gather = 1
            random_page_cost = 1.1
            jit = off

            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%%m [%%p] %%q%%u@%%d '
            datestyle = 'iso, ymd'
            """.formatted(port);
    }
}
