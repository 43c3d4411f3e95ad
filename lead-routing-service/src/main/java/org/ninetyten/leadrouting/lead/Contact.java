package org.ninetyten.leadrouting.lead;

import org.jspecify.annotations.Nullable;

/** The person behind a lead; hidden until a partner accepts. */
public record Contact(
        String name, @Nullable String email, @Nullable String phone) {}
