package org.ninetyten.local.network;

import java.util.List;

/** A real city with what a partner there needs to know of it. */
record City(
        String region,
        String country,
        String name,
        double latitude,
        double longitude,
        String zone,
        List<String> languages) {}
