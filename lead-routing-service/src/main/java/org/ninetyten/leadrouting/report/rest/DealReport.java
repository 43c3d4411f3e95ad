package org.ninetyten.leadrouting.report.rest;

import java.util.List;
import org.ninetyten.leadrouting.report.Reports;

/** What the deals add up to; a currency is never added to another. */
record DealReport(List<Reports.DealSum> sums) {}
