package org.homeward.returns;

import org.homeward.history.Provider;

/** A code of PLACE_PROVIDER. */
public record ProviderCode(String code, String label, Validity validity, Provider provider)
    implements ReturnCode {}
