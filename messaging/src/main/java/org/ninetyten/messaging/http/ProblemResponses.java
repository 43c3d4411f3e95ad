package org.ninetyten.messaging.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds the problems that follow from an operation's shape to its documentation, so that resources need not repeat them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("Problem", problem());
        if (api.getPaths() == null) {
            return;
        }
        Map<String, PathItem> paths = api.getPaths().getPathItems();
        paths.forEach((path, item) -> item.getOperations().values().forEach(operation -> describe(path, operation)));
    }

    private static void describe(String path, Operation operation) {
        boolean takesInput =
                operation.getRequestBody() != null || !parameters(operation).isEmpty();
        boolean secured =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        if (takesInput) {
            add(operation, 400, GeneralProblem.VALIDATION_FAILED.title());
        }
        if (secured) {
            add(operation, 401, GeneralProblem.UNAUTHENTICATED.title());
            add(operation, 403, GeneralProblem.FORBIDDEN.title());
        }
        if (path.contains("{")) {
            add(operation, 404, GeneralProblem.NOT_FOUND.title());
        }
        if (hasHeader(operation, "Idempotency-Key")) {
            add(operation, 409, "The state does not allow this, or the first request with this key is still running.");
            add(operation, 422, GeneralProblem.IDEMPOTENCY_KEY_REUSED.title());
        }
        if (hasHeader(operation, "If-Match")) {
            add(operation, 409, GeneralProblem.ILLEGAL_STATE.title());
            add(operation, 412, GeneralProblem.STALE_VERSION.title());
            add(operation, 428, GeneralProblem.VERSION_REQUIRED.title());
        }
        if (operation.getRequestBody() != null) {
            add(operation, 413, GeneralProblem.PAYLOAD_TOO_LARGE.title());
            add(operation, 415, GeneralProblem.UNSUPPORTED_MEDIA_TYPE.title());
        }
        add(operation, 500, GeneralProblem.INTERNAL_ERROR.title());
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static boolean hasHeader(Operation operation, String name) {
        return parameters(operation).stream()
                .anyMatch(parameter ->
                        parameter.getIn() == Parameter.In.HEADER && name.equalsIgnoreCase(parameter.getName()));
    }

    private static void add(Operation operation, int status, String description) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        String code = Integer.toString(status);
        var existing = operation.getResponses().getAPIResponse(code);
        if (existing != null && existing.getContent() != null) {
            return;
        }
        boolean described = existing != null
                && existing.getDescription() != null
                && !List.of("Bad Request", "Not Authorized", "Not Allowed").contains(existing.getDescription());
        operation
                .getResponses()
                .addAPIResponse(
                        code,
                        OASFactory.createAPIResponse()
                                .description(described ? existing.getDescription() : description)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/Problem")))));
    }

    private static Schema problem() {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("Why a request was refused (RFC 9457).")
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("code", text)
                .addProperty("detail", text)
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.OBJECT)
                                        .addProperty("field", text)
                                        .addProperty("reason", text)))
                .addProperty(
                        "allowed",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(text))
                .addProperty("correlationId", text)
                .required(List.of("type", "title", "status", "code"));
    }
}
