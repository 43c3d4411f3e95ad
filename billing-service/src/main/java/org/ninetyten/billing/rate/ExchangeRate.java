package org.ninetyten.billing.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** One unit of the base currency is worth so many of the quote currency, by a source on a day. */
public record ExchangeRate(UUID id, String source, String base, String quote, LocalDate on, BigDecimal rate) {}
