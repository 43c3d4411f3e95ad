package org.ninetyten.messaging.http;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

/** What a service's resources look like, for the tests of the conventions. */
@Path("/v1/things")
public class ThingResource {

    enum Colour {
        RED,
        BLUE
    }

    record Part(@NotBlank @Size(max = 10) String name) {}

    record CreateThing(
            @NotBlank @Size(max = 20) String name,
            @Min(1) int size,
            Colour colour,
            LocalDate day,
            List<@Valid Part> parts) {}

    static volatile CountDownLatch running = new CountDownLatch(0);
    static volatile CountDownLatch mayEnd = new CountDownLatch(0);

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    @Inject
    AgroalDataSource dataSource;

    @POST
    @RolesAllowed({Roles.SALES_DESK, Roles.PARTNER_ADMIN})
    public Response create(@HeaderParam("Idempotency-Key") String key, @Valid CreateThing request) {
        return idempotency.once(key, request, () -> {
            running.countDown();
            await(mayEnd);
            String id = UUID.randomUUID().toString();
            note(id, request.name());
            if (request.name().equals("refused")) {
                throw ProblemException.illegalState("It is refused.", List.of(Colour.RED));
            }
            return Response.created(URI.create("/v1/things/" + id))
                    .tag(Versions.tag(1))
                    .entity(new Page<>(List.of(id), null))
                    .build();
        });
    }

    @GET
    @RolesAllowed(Roles.SALES_DESK)
    public Response list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("2") int limit,
            @Context UriInfo uri) {
        List<String> after = Cursor.decode(cursor, 1);
        long first = after.isEmpty() ? 1 : Long.parseLong(after.getFirst()) + 1;
        List<Long> rows =
                LongStream.rangeClosed(first, 5).limit(limit + 1L).boxed().toList();
        return Pages.respond(rows, limit, Cursor::encode, uri);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.SALES_DESK)
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        Versions.require(ifMatch, 7);
        return Response.noContent().tag(Versions.tag(8)).build();
    }

    @GET
    @Path("/of/{partnerId}")
    @RolesAllowed({Roles.SALES_DESK, Roles.PARTNER_ADMIN})
    public String ofPartner(@PathParam("partnerId") UUID partnerId) {
        caller.mustOwn(partnerId, "thing", partnerId);
        return "\"yours\"";
    }

    @GET
    @Path("/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("a secret of the inside");
    }

    @POST
    @Path("/form")
    @PermitAll
    @RateLimited(perMinute = 3)
    public Response form() {
        return Response.noContent().build();
    }

    @Transactional
    void note(String id, String name) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into thing (id, name) values (?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, name);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
