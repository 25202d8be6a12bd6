package org.homeward.report;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * The paragraph styles of a report: Word's own names, so that its navigation finds the headings.
 */
final class WordStyles {

  static final String TITLE = "Title";
  static final String HEADING = "Heading1";
  static final String CAPTION = "Caption";
  static final String BODY = "BodyText";
  static final String ITEM = "ListParagraph";
  static final String CELL = "TableText";

  private WordStyles() {}

  static void addTo(XWPFDocument word) {
    XWPFStyles styles = word.createStyles();
    styles.setSpellingLanguage("en-GB");
    add(styles, TITLE, "Title", 26, true, 0, 160, -1);
    add(styles, HEADING, "heading 1", 16, true, 280, 100, 0);
    add(styles, CAPTION, "caption", 11, true, 200, 80, -1);
    add(styles, BODY, "Body Text", 11, false, 0, 120, -1);
    add(styles, ITEM, "List Paragraph", 11, false, 0, 60, -1);
    add(styles, CELL, "Table Text", 9, false, 30, 30, -1);
  }

  /**
   * @param points size of type
   * @param before and after: space in twentieths of a point
   * @param outline level of a heading, from 0; −1 for what is none
   */
  private static void add(
      XWPFStyles styles,
      String id,
      String name,
      int points,
      boolean bold,
      int before,
      int after,
      int outline) {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setStyleId(id);
    style.addNewName().setVal(name);
    style.setType(STStyleType.PARAGRAPH);
    style.addNewQFormat();
    CTPPrGeneral paragraph = style.addNewPPr();
    if (bold) {
      paragraph.addNewKeepNext();
    }
    var spacing = paragraph.addNewSpacing();
    spacing.setBefore(BigInteger.valueOf(before));
    spacing.setAfter(BigInteger.valueOf(after));
    spacing.setLine(BigInteger.valueOf(id.equals(CELL) ? 240 : 264));
    spacing.setLineRule(STLineSpacingRule.AUTO);
    if (outline >= 0) {
      paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
    }
    CTRPr run = style.addNewRPr();
    var fonts = run.addNewRFonts();
    fonts.setAscii("Arial");
    fonts.setHAnsi("Arial");
    fonts.setCs("Arial");
    if (bold) {
      run.addNewB();
    }
    run.addNewSz().setVal(BigInteger.valueOf(2L * points));
    styles.addStyle(new XWPFStyle(style));
  }
}
