package org.homeward.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.homeward.costbook.BookEdit;
import org.homeward.costbook.CostBookEntry;
import org.homeward.drafting.EditConflict;

/** Tells the second of two editors what the first one did. */
@Singleton
class EditConflictHandler implements ExceptionHandler<EditConflict, HttpResponse<ProblemResponse>> {

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<ProblemResponse> handle(HttpRequest request, EditConflict conflict) {
    return ProblemResponse.answer(
        HttpStatus.CONFLICT, request.getPath(), details(conflict.now(), conflict.since()));
  }

  private static List<ProblemResponse.Detail> details(CostBookEntry now, List<BookEdit> since) {
    List<ProblemResponse.Detail> details = new ArrayList<>();
    String again =
        now.isDraft()
            ? "Look at what was changed, and send yours again with edition " + now.edition() + "."
            : "Begin a new draft as a copy of it.";
    details.add(
        new ProblemResponse.Detail(
            "edition",
            Integer.toString(now.edition()),
            now.isDraft()
                ? "It is not the edition that you read: the draft has edition "
                    + now.edition()
                    + " now. Nothing was changed."
                : "The book is published, and a published book never changes.",
            again));
    for (BookEdit edit : since) {
      for (BookEdit.Alteration alteration : edit.alterations()) {
        details.add(
            new ProblemResponse.Detail(
                alteration.path(),
                alteration.after(),
                edit.by()
                    + " changed it from "
                    + words(alteration.before())
                    + " to "
                    + words(alteration.after())
                    + " at "
                    + edit.at()
                    + ": "
                    + edit.reason(),
                again));
      }
    }
    return details;
  }

  private static String words(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "nothing" : value;
  }
}
