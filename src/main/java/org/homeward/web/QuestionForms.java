package org.homeward.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.homeward.api.CurrentCatalogue;
import org.homeward.drafting.BookShelf;
import org.homeward.problem.Problem;
import org.homeward.store.EstimateSetStore;

/** Forms of questions, with the routes, cost books and estimate sets that there are. */
@Singleton
class QuestionForms {

  private final CurrentCatalogue current;
  private final BookShelf books;
  private final EstimateSetStore sets;

  QuestionForms(CurrentCatalogue current, BookShelf books, EstimateSetStore sets) {
    this.current = current;
    this.books = books;
    this.sets = sets;
  }

  QuestionForm of(Question question, List<Problem> problems) {
    return QuestionForm.of(
        question.form(problems),
        current.at(null).catalogue().pathways(),
        books.list(),
        sets.list());
  }
}
