package org.ninetyten.leadrouting.partner;

/** A point on the globe, in degrees. */
public record Place(double latitude, double longitude) {

    /** The mean radius. */
    public static final double EARTH_RADIUS_KM = 6371.0088;

    /** Great-circle distance in whole kilometres: nobody is nearer by a few streets. */
    public int kilometresTo(Place other) {
        if (latitude == other.latitude && longitude == other.longitude) {
            return 0;
        }
        double lat1 = Math.toRadians(latitude);
        double lat2 = Math.toRadians(other.latitude);
        double sinLat = Math.sin((lat2 - lat1) / 2);
        double sinLon = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double haversine = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * sinLon * sinLon;
        return (int) Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine))));
    }
}
