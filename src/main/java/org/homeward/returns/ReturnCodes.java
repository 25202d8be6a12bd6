package org.homeward.returns;

/** Every code set that histories rest on. */
public record ReturnCodes(
    CodeSet<PlaceCode> places,
    CodeSet<ProviderCode> providers,
    CodeSet<LegalStatusCode> legalStatuses,
    CodeSet<NeedCode> needs,
    CodeSet<NewEpisodeCode> newEpisodes,
    CodeSet<EndCode> ends,
    CodeSet<MoveCode> moves) {}
