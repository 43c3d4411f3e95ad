package org.ninetyten.academy.course.rest;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.AddLesson;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Course;
import org.ninetyten.academy.course.CourseQueries;
import org.ninetyten.academy.course.CourseStatus;
import org.ninetyten.academy.course.CreateCourse;
import org.ninetyten.academy.course.Lesson;
import org.ninetyten.academy.course.Level;
import org.ninetyten.academy.course.PublishCourse;
import org.ninetyten.academy.course.StartNextVersion;
import org.ninetyten.academy.course.WriteExam;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.Roles;
import org.ninetyten.messaging.http.Versions;

/** Courses: editors write them, everybody who has signed in reads the published ones. */
@Path("/v1/courses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Courses")
public class CourseResource {

    private final CreateCourse createCourse;
    private final AddLesson addLesson;
    private final WriteExam writeExam;
    private final PublishCourse publishCourse;
    private final StartNextVersion startNextVersion;
    private final CourseQueries queries;
    private final Idempotency idempotency;
    private final Caller caller;

    @Inject
    CourseResource(
            CreateCourse createCourse,
            AddLesson addLesson,
            WriteExam writeExam,
            PublishCourse publishCourse,
            StartNextVersion startNextVersion,
            CourseQueries queries,
            Idempotency idempotency,
            Caller caller) {
        this.createCourse = createCourse;
        this.addLesson = addLesson;
        this.writeExam = writeExam;
        this.publishCourse = publishCourse;
        this.startNextVersion = startNextVersion;
        this.queries = queries;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.ACADEMY_EDITOR, Roles.ADMIN})
    @Operation(summary = "Start a course as a draft")
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = CourseResponse.class)))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CreateCourseRequest request) {
        return idempotency.once(key, request, () -> created(createCourse.handle(request.outline())));
    }

    @GET
    @Authenticated
    @Operation(summary = "List courses; drafts are listed for editors only")
    @APIResponse(
            responseCode = "200",
            description = "A page of courses in the order in which they were made.",
            content = @Content(schema = @Schema(implementation = CoursePage.class)))
    public Response list(
            @QueryParam("code") @Size(max = 40) @Nullable String code,
            @QueryParam("locale") @Size(max = 20) @Nullable String locale,
            @QueryParam("competency") @Nullable Competency competency,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("status") @Nullable CourseStatus status,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        List<CourseSummary> rows = queries
                .list(
                        new CourseQueries.Filter(code, locale, competency, level, status),
                        isEditor(),
                        idIn(cursor),
                        limit)
                .stream()
                .map(CourseSummary::from)
                .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.id()), uri);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "Read a course; its ETag is what the exam's If-Match takes")
    @APIResponse(
            responseCode = "200",
            description = "The course.",
            content = @Content(schema = @Schema(implementation = CourseResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        Course course = queries.get(id, isEditor());
        return Response.ok(CourseResponse.from(course))
                .tag(Versions.tag(course.revision()))
                .build();
    }

    @POST
    @Path("/{id}/lessons")
    @RolesAllowed({Roles.ACADEMY_EDITOR, Roles.ADMIN})
    @Operation(summary = "Add a lesson at the end of a draft")
    @APIResponse(
            responseCode = "201",
            description = "The lesson.",
            content = @Content(schema = @Schema(implementation = LessonResponse.class)))
    public Response addLesson(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid AddLessonRequest request) {
        return idempotency.once(key, request, () -> {
            Lesson lesson = addLesson.handle(id, request.title(), request.markdown());
            return Response.created(URI.create("/v1/courses/" + id + "/lessons/" + lesson.id()))
                    .entity(LessonResponse.from(lesson))
                    .build();
        });
    }

    @GET
    @Path("/{id}/lessons/{lessonId}")
    @Authenticated
    @Operation(summary = "Read a lesson")
    @APIResponse(responseCode = "200", description = "The lesson.")
    public LessonResponse lesson(@PathParam("id") UUID id, @PathParam("lessonId") UUID lessonId) {
        return LessonResponse.from(queries.lesson(id, lessonId, isEditor()));
    }

    @PUT
    @Path("/{id}/exam")
    @RolesAllowed({Roles.ACADEMY_EDITOR, Roles.ADMIN})
    @Operation(summary = "Write the exam of a draft, whole; If-Match takes the course's ETag")
    @APIResponse(
            responseCode = "200",
            description = "The exam.",
            content = @Content(schema = @Schema(implementation = ExamResponse.class)))
    public Response writeExam(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid WriteExamRequest request) {
        long seen = queries.get(id, true).revision();
        Versions.require(ifMatch, seen);
        Course course = writeExam.handle(id, seen, request.command());
        return Response.ok(ExamResponse.from(course))
                .tag(Versions.tag(course.revision()))
                .build();
    }

    @GET
    @Path("/{id}/exam")
    @RolesAllowed({Roles.ACADEMY_EDITOR, Roles.EXAMINER, Roles.ADMIN})
    @Operation(summary = "Read the exam with its answers; never for partners")
    @APIResponse(
            responseCode = "200",
            description = "The exam.",
            content = @Content(schema = @Schema(implementation = ExamResponse.class)))
    public Response exam(@PathParam("id") UUID id) {
        Course course = queries.get(id, true);
        if (course.examRules() == null) {
            throw ProblemException.notFound("exam of course", id);
        }
        return Response.ok(ExamResponse.from(course))
                .tag(Versions.tag(course.revision()))
                .build();
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed({Roles.ACADEMY_EDITOR, Roles.ADMIN})
    @Operation(summary = "Publish a draft; from then on this version stays as it is")
    @APIResponse(
            responseCode = "200",
            description = "The published course.",
            content = @Content(schema = @Schema(implementation = CourseResponse.class)))
    public Response publish(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(key, null, () -> {
            Course course = publishCourse.handle(id);
            return Response.ok(CourseResponse.from(course))
                    .tag(Versions.tag(course.revision()))
                    .build();
        });
    }

    @POST
    @Path("/{id}/versions")
    @RolesAllowed({Roles.ACADEMY_EDITOR, Roles.ADMIN})
    @Operation(summary = "Start the next version of a published course as a copy")
    @APIResponse(
            responseCode = "201",
            description = "The draft of the next version.",
            content = @Content(schema = @Schema(implementation = CourseResponse.class)))
    public Response nextVersion(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(key, null, () -> created(startNextVersion.handle(id)));
    }

    private static Response created(Course course) {
        return Response.created(URI.create("/v1/courses/" + course.id()))
                .tag(Versions.tag(course.revision()))
                .entity(CourseResponse.from(course))
                .build();
    }

    private boolean isEditor() {
        return caller.hasRole(Roles.ACADEMY_EDITOR) || caller.hasRole(Roles.EXAMINER) || caller.hasRole(Roles.ADMIN);
    }

    private static @Nullable UUID idIn(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 1);
        try {
            return values.isEmpty() ? null : UUID.fromString(values.getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    /** How a page of courses looks, for the documentation. */
    record CoursePage(
            List<CourseSummary> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}
}
