package org.homeward.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import org.homeward.problem.Problem;

/** What the service refuses before any controller sees it, in words. */
public final class Refusal {

  private Refusal() {}

  /** Why a request was answered with a status, and what to do about it. */
  public static Problem of(HttpStatus status, HttpRequest<?> request) {
    return switch (status) {
      case NOT_FOUND ->
          Problem.of(
              "path",
              request.getPath(),
              "There is nothing at this address.",
              "See openapi.yaml for the addresses there are, or begin at the first page.");
      case METHOD_NOT_ALLOWED ->
          Problem.of(
              "method",
              request.getMethodName(),
              "This address does not take this method.",
              "See openapi.yaml.");
      case FORBIDDEN ->
          Problem.of(
              HttpHeaders.ORIGIN,
              request.getHeaders().get(HttpHeaders.ORIGIN),
              "A page of another site asked for a change here.",
              "Open the page on this service and send its form again.");
      case MISDIRECTED_REQUEST ->
          Problem.of(
              HttpHeaders.HOST,
              request.getHeaders().get(HttpHeaders.HOST),
              "This service does not answer under this name.",
              "Use localhost, or start the service with HOMEWARD_HOSTS naming this host.");
      case NOT_ACCEPTABLE ->
          Problem.of(
              "Accept", null, "There is no answer of this type.", "Ask for application/json.");
      case UNSUPPORTED_MEDIA_TYPE ->
          Problem.of(
              "Content-Type",
              null,
              "Bodies must be JSON, and survey files multipart/form-data.",
              "Send Content-Type: application/json or multipart/form-data.");
      case REQUEST_ENTITY_TOO_LARGE ->
          Problem.of(
              "body",
              null,
              "The body is too large.",
              "Send less than 10 MB, or a survey file of less than 200 MB.");
      case BAD_REQUEST ->
          Problem.of(
              "body",
              null,
              "The body could not be read: it is not JSON, or a field is of the wrong kind.",
              "See openapi.yaml for the fields and their kinds.");
      default ->
          Problem.of(
              "service",
              null,
              "Something went wrong on our side.",
              "Try again; if it stays, tell the people who run this service.");
    };
  }
}
