package org.ninetyten.leadrouting.transfer;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads the rows that an import did not take, any number with constant memory. */
@ApplicationScoped
public class Rejections {

    private static final int AT_A_TIME = 1000;

    private final AgroalDataSource dataSource;

    Rejections(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A row that was not taken. */
    public record Rejection(long line, String field, String reason) {}

    /** Hands over the rejections one by one, in the order of the file. */
    public void read(UUID importId, Consumer<Rejection> reader) {
        try (Connection connection = dataSource.getConnection()) {
            // Rows come in portions only inside a transaction.
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(
                    "select line, field, reason from lead_import_rejection where import_id = ? order by line")) {
                select.setFetchSize(AT_A_TIME);
                select.setObject(1, importId);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        reader.accept(new Rejection(rows.getLong(1), rows.getString(2), rows.getString(3)));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new LeadImports.ImportFailed(e);
        }
    }
}
