package org.ninetyten.partner.staff.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of staff, as the API's description shows it. */
public record StaffPage(List<StaffResponse> items, @Nullable String next) {}
