package org.ninetyten.leadrouting.partner;

/** A city in which a partner has people. */
public record City(String name, String country, double latitude, double longitude) {

    public Place place() {
        return new Place(latitude, longitude);
    }
}
