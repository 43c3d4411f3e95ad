package org.ninetyten.leadrouting.trial.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.PRODUCT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.trial.RecordSignals;
import org.ninetyten.leadrouting.trial.RecordSignals.Outcome;
import org.ninetyten.messaging.http.Idempotency;

/** Usage signals of many trials at once. */
@Path("/v1/usage-signals")
@Tag(name = "Trials")
class UsageSignalResource {

    private final ReadSignals reader;
    private final RecordSignals recordSignals;
    private final Idempotency idempotency;

    UsageSignalResource(ReadSignals reader, RecordSignals recordSignals, Idempotency idempotency) {
        this.reader = reader;
        this.recordSignals = recordSignals;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({PRODUCT, ADMIN})
    @Operation(summary = "Report up to 1,000 usage signals; each is answered on its own, and the good ones are stored")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UsageSignalsRequest.class),
                            examples = @ExampleObject(name = "signals", value = TrialExamples.SIGNALS)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each signal. Sending the batch again changes nothing.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SignalsResponse.class),
                            examples = @ExampleObject(name = "results", value = TrialExamples.SIGNALS_STORED)))
    public Response record(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull UsageSignalsRequest request) {
        return idempotency.once(
                key, request, () -> Response.ok(recordAll(request)).build());
    }

    private SignalsResponse recordAll(UsageSignalsRequest request) {
        List<ReadSignals.Read> read = new ArrayList<>();
        List<RecordSignals.Reported> readable = new ArrayList<>();
        for (var item : request.signals()) {
            ReadSignals.Read one = reader.read(item);
            read.add(one);
            UsageSignalRequest signal = one.signal();
            if (signal != null && signal.trial() != null) {
                readable.add(new RecordSignals.Reported(signal.trial(), signal.toSignal()));
            }
        }
        Iterator<RecordSignals.Result> recorded = recordSignals.record(readable).iterator();
        List<SignalResponse> results = new ArrayList<>();
        for (ReadSignals.Read one : read) {
            RecordSignals.Result result = one.signal() == null
                    ? new RecordSignals.Result(Outcome.REFUSED, one.field(), one.reason())
                    : recorded.next();
            results.add(new SignalResponse(results.size(), result.outcome(), result.field(), result.reason()));
        }
        return new SignalsResponse(
                count(results, Outcome.STORED),
                count(results, Outcome.KNOWN),
                count(results, Outcome.REFUSED),
                results);
    }

    private static int count(List<SignalResponse> results, Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
