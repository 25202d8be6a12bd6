package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.api.CurrentCatalogue;
import org.homeward.api.Upload;
import org.homeward.drafting.AuthorityFeesLoad;
import org.homeward.drafting.BookShelf;
import org.homeward.drafting.CostBookDesk;
import org.homeward.drafting.DraftLoad;
import org.homeward.drafting.EditConflict;
import org.homeward.drafting.EstimateSetLoad;
import org.homeward.drafting.OpenBook;
import org.homeward.drafting.PayrollLoad;
import org.homeward.placement.AuthorityCosts;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.store.EstimateSetStore;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.EstimateSetEntry;
import org.jspecify.annotations.Nullable;

/** A payroll, the published figures of an authority, an estimate set: brought into a draft. */
@Hidden
@Controller("/cost-books/{id}/load/{piece}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public class CostBookLoadPageController {

  private static final Set<String> FIELDS =
      Set.of(
          "financialYear", "source", "authority", "authorityYear", "estimateSet", "by", "reason");

  private final BookShelf shelf;
  private final CostBookDesk desk;
  private final CurrentCatalogue current;
  private final EstimateSetStore sets;
  private final Pages pages;

  CostBookLoadPageController(
      BookShelf shelf,
      CostBookDesk desk,
      CurrentCatalogue current,
      EstimateSetStore sets,
      Pages pages) {
    this.shelf = shelf;
    this.desk = desk;
    this.current = current;
    this.sets = sets;
    this.pages = pages;
  }

  /** What can be loaded. */
  public enum Piece implements Coded {
    PAYROLL(
        "payroll",
        "Salaries from a payroll",
        "The means by role become the salaries, hours and agency shares of that year. Nobody’s own pay is kept."),
    AUTHORITY_FEES(
        "authority-fees",
        "Published figures of an authority as fees",
        "The weekly unit costs that are published for it take the place of England’s, until better fees are loaded."),
    ESTIMATE_SET(
        "estimate-set",
        "Minutes from an estimate set",
        "The estimates of a published set take the place of those of the shipped surveys.");

    private final String code;
    private final String title;
    private final String says;

    Piece(String code, String title, String says) {
      this.code = code;
      this.title = title;
      this.says = says;
    }

    @Override
    public String code() {
      return code;
    }

    public String title() {
      return title;
    }

    public String says() {
      return says;
    }
  }

  /** Of a field that is a choice. */
  public static String label(String field) {
    return switch (field) {
      case "authority" -> "Authority";
      case "authorityYear" -> "Financial year of its figures";
      default -> "Estimate set";
    };
  }

  private static Piece piece(String code) {
    try {
      return Coded.of(Piece.class, code);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          Problem.of("id", code, "This cannot be loaded.", "Go back to the draft."));
    }
  }

  @Get
  HttpResponse<?> form(HttpRequest<?> request, String id, String piece) {
    return pages.orProblems(
        () -> page(HttpStatus.OK, id, piece(piece), Form.of(request.getParameters()), List.of()));
  }

  private HttpResponse<?> page(
      HttpStatus status, String id, Piece piece, Form form, List<Problem> inFile) {
    OpenBook book = shelf.open(id);
    if (!book.entry().isDraft()) {
      throw new InputException(
          Problem.of(
              "id",
              id,
              "This book is published, and never changes.",
              "Begin a draft as its copy."));
    }
    return pages.page(
        status,
        "book-load.jte",
        Map.of(
            "book",
            book.entry(),
            "piece",
            piece,
            "form",
            form,
            "inFile",
            inFile,
            "place",
            Place.WITHIN,
            "options",
            options(piece, book)));
  }

  private Map<String, List<Option>> options(Piece piece, OpenBook book) {
    Map<String, List<Option>> options = new LinkedHashMap<>();
    AuthorityCosts costs = book.catalogue().authorities();
    switch (piece) {
      case PAYROLL -> {}
      case AUTHORITY_FEES -> {
        options.put(
            "authority",
            costs.authorities().keySet().stream().map(a -> Option.of(a.code(), a.name())).toList());
        options.put(
            "authorityYear",
            costs.years().stream().map(FinancialYear::toString).map(y -> Option.of(y, y)).toList());
      }
      case ESTIMATE_SET -> {
        List<Option> published = new ArrayList<>();
        sets.list().stream()
            .filter(EstimateSetEntry::isPublished)
            .forEach(s -> published.add(Option.of(s.id(), s.name())));
        published.add(Option.of(EstimateSet.SHIPPED, "The shipped surveys"));
        options.put("estimateSet", published);
      }
    }
    return options;
  }

  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> load(
      String id,
      String piece,
      @Nullable @Part CompletedFileUpload file,
      @Nullable @Part String edition,
      @Nullable @Part String by,
      @Nullable @Part String reason,
      @Nullable @Part String financialYear,
      @Nullable @Part String source,
      @Nullable @Part String ignoreColumns,
      @Nullable @Part String authority,
      @Nullable @Part String authorityYear,
      @Nullable @Part String estimateSet) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("edition", Objects.requireNonNullElse(edition, ""));
    fields.put("by", Objects.requireNonNullElse(by, ""));
    fields.put("reason", Objects.requireNonNullElse(reason, ""));
    fields.put("financialYear", Objects.requireNonNullElse(financialYear, ""));
    fields.put("source", Objects.requireNonNullElse(source, ""));
    fields.put("ignoreColumns", Objects.requireNonNullElse(ignoreColumns, ""));
    fields.put("authority", Objects.requireNonNullElse(authority, ""));
    fields.put("authorityYear", Objects.requireNonNullElse(authorityYear, ""));
    fields.put("estimateSet", Objects.requireNonNullElse(estimateSet, ""));
    Form form = Form.posted(fields);
    return pages.orProblems(() -> load(id, piece(piece), form, file));
  }

  private HttpResponse<?> load(
      String id, Piece piece, Form form, @Nullable CompletedFileUpload file) {
    try {
      return switch (piece) {
        case PAYROLL -> payroll(id, form, file);
        case AUTHORITY_FEES ->
            load(
                id,
                form,
                new AuthorityFeesLoad(form.value("authority"), form.value("authorityYear")));
        case ESTIMATE_SET ->
            load(
                id,
                form,
                new EstimateSetLoad(form.value("estimateSet"), current::estimateSetFiles));
      };
    } catch (EditConflict e) {
      return CostBookPageController.conflict(
          pages, shelf, e, "/cost-books/" + id + "/load/" + piece.code());
    } catch (InputException e) {
      List<Problem> ofFields =
          e.problems().stream()
              .filter(p -> FIELDS.contains(p.where()) || p.where().equals("file"))
              .collect(Collectors.toCollection(ArrayList::new));
      List<Problem> inFile = new ArrayList<>(e.problems());
      inFile.removeAll(ofFields);
      if (!inFile.isEmpty()) {
        ofFields.add(
            Problem.of(
                "problems",
                null,
                "What is to be loaded cannot be used as it is, and nothing of it was.",
                "See what is listed below."));
      }
      return page(HttpStatus.BAD_REQUEST, id, piece, form.with(ofFields), inFile);
    }
  }

  private HttpResponse<?> payroll(String id, Form form, @Nullable CompletedFileUpload file) {
    if (file == null || file.getSize() == 0) {
      throw new InputException(
          Problem.of("file", null, "There is no file.", "Choose a CSV or XLSX file."));
    }
    try (Upload upload = Upload.of(file)) {
      return load(
          id,
          form,
          new PayrollLoad(
              upload.file(),
              form.value("financialYear"),
              form.value("ignoreColumns"),
              form.value("source")));
    }
  }

  private HttpResponse<?> load(String id, Form form, DraftLoad load) {
    List<String> notes =
        desk.load(
            id, CostBookPageController.edition(form), form.value("by"), form.value("reason"), load);
    return notes.isEmpty()
        ? Pages.seeOther("/cost-books/" + id)
        : pages.page(
            HttpStatus.OK, "book-loaded.jte", Map.of("book", shelf.entry(id), "notes", notes));
  }
}
