package org.homeward;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.CatalogueFolder;
import org.homeward.pathway.Pathway;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Provenance;

/**
 * The shipped catalogue with a home, Oak House, of four beds at 80 % of nights: 1,168.8 used nights
 * a year. A family support worker costs £65,632.705: salary £32,654, National Insurance of 15 %
 * above £5,000 (£4,148.10), pension of 20 % (£6,530.80), overheads of 45 % on these, capital
 * £2,800. Six of them are £393,796.23; £100 a day is £36,525; £21,000 paid off in two years at 10 %
 * is £12,100 a year (£2,100 ÷ (1 − 1 ÷ 1.21)). £442,421.23 in all: £378.53 a used night, £2,649.68
 * a week.
 */
public final class Homes {

  public static final String HOMES = "catalogue/homes.csv";
  public static final String PARTS = "catalogue/home-parts.csv";

  public static final String HOMES_HEAD =
      "placement_type,provider_name,from_date,to_date,beds,occupancy,includes,payer,source,illustrative,note\n";
  public static final String PARTS_HEAD =
      "placement_type,provider_name,from_date,kind,name,role,posts,annual_cost,amount,per,value,years,rate,price_year,source,illustrative,note\n";

  public static final String OAK_HOUSE =
      "residential,Oak House,2025-04-01,,4,0.8,supervise-foster-carer,social-care,Budget of Oak House,false,\n";
  public static final String ITS_PARTS =
      """
      residential,Oak House,2025-04-01,staffing,Care workers,family-support-worker,6,,,,,,,,Rota of Oak House,false,
      residential,Oak House,2025-04-01,running,Food and heating,,,,100,day,,,,2025-26,Budget of Oak House,true,
      residential,Oak House,2025-04-01,capital,Minibus,,,,,,21000,2,0.1,2025-26,Register of assets,false,
      """;

  private Homes() {}

  /** With Oak House. */
  public static CatalogueFiles oakHouse() {
    return files(OAK_HOUSE, ITS_PARTS);
  }

  /** With other lines of both tables. */
  public static CatalogueFiles files(String homes, String parts) {
    SortedMap<String, String> texts = new TreeMap<>(CatalogueFolder.read(Path.of("")).texts());
    texts.put(HOMES, HOMES_HEAD + homes);
    texts.put(PARTS, PARTS_HEAD + parts);
    return new CatalogueFiles(texts);
  }

  /** A week of a child of twelve in Oak House, from 1 April 2025. */
  public static Pathway week() {
    LocalDate start = LocalDate.of(2025, 4, 1);
    DateSpan span = DateSpan.of(start, start.plusDays(7));
    Leg leg =
        new Leg(
            span,
            PlacementType.RESIDENTIAL,
            Provider.IN_HOUSE,
            Area.IN_AREA,
            LegalStatus.CARE_ORDER,
            false);
    return new Pathway(
        "oak-house",
        "Oak House",
        new Child(start.minusYears(12), Set.of()),
        span,
        new Pathway.Strand(
            List.of(new Pathway.PathwayLeg(leg, "", null, "Oak House", List.of())),
            List.of(),
            List.of(),
            List.of()),
        span.toDay(),
        List.of(),
        Provenance.STATED_IN_REQUEST);
  }
}
