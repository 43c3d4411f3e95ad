package org.ninetyten.messaging.http;

/** The roles as the identity provider names them. What each may do is said at each operation. */
public final class Roles {

    public static final String PARTNER_MANAGER = "partner-manager";
    public static final String SALES_DESK = "sales-desk";
    public static final String FINANCE = "finance";
    public static final String FINANCE_APPROVER = "finance-approver";
    public static final String MARKETING = "marketing";
    public static final String ACADEMY_EDITOR = "academy-editor";
    public static final String EXAMINER = "examiner";
    public static final String EXECUTIVE = "executive";
    public static final String ADMIN = "admin";
    public static final String PARTNER_ADMIN = "partner-admin";
    public static final String PARTNER_MEMBER = "partner-member";
    public static final String WEBSITE = "website";
    public static final String PRODUCT = "product";

    private Roles() {}
}
