package org.ninetyten.billing.statement;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Draws a statement in a language, with sums and dates as people of that language write them. The fonts are Liberation Sans
 * (SIL Open Font License 1.1), embedded as far as used: they have Latin and Cyrillic.
 */
public final class StatementPdf {

    /** The languages that a statement is written in. */
    public static final Set<String> LANGUAGES = Set.of("ru", "en", "es", "pt", "fr", "de");

    private static final Locale FALLBACK = Locale.ENGLISH;
    private static final float MARGIN = 48;
    private static final float BODY = 9;
    private static final float TITLE = 16;
    private static final int HEADER_GREY = 0xEE;
    /** Flushed to the page each so many rows, so that a long statement doesn't stay in memory. */
    private static final int ROWS_AT_ONCE = 500;

    private final ResourceBundle texts;
    private final Locale locale;
    private final Font plain;
    private final Font bold;
    private final Font title;

    private StatementPdf(Locale locale) {
        this.locale = locale;
        this.texts = texts(locale.getLanguage());
        BaseFont regular = font("LiberationSans-Regular.ttf");
        BaseFont strong = font("LiberationSans-Bold.ttf");
        this.plain = new Font(regular, BODY);
        this.bold = new Font(strong, BODY);
        this.title = new Font(strong, TITLE);
    }

    /** Where the lines come from, a page of them at a time. */
    @FunctionalInterface
    public interface Lines {

        /** The lines after an ordinal; none when that was the last one. */
        List<StatementLine> after(int ordinal);
    }

    /** The first of the wanted locales that a statement can be written in, else English. */
    public static Locale choose(List<Locale> wanted) {
        return wanted.stream()
                .filter(one -> LANGUAGES.contains(one.getLanguage()))
                .findFirst()
                .orElse(FALLBACK);
    }

    /** Draws the statement; the stream stays open. */
    public static void write(Statement statement, Lines lines, Locale locale, OutputStream out) {
        new StatementPdf(locale).draw(statement, lines, out);
    }

    private void draw(Statement statement, Lines lines, OutputStream out) {
        Currency currency = Currency.getInstance(statement.currency());
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setCloseStream(false);
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.toLanguageTag()));
            document.addTitle(texts.getString("title") + " " + statement.number());
            document.open();
            document.add(new Paragraph(texts.getString("title"), title));
            PdfPTable head = table(2, 3);
            row(head, "number", statement.number());
            row(head, "entity", statement.legalEntityName());
            row(head, "partner", statement.partnerId().toString());
            row(head, "period", DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(statement.period()));
            row(head, "issued", date(statement.issuedAt()));
            row(head, "objections", date(statement.objectionsUntil()));
            row(head, "payout", date(statement.payoutDue()));
            document.add(head);
            PdfPTable sums = table(3, 2);
            sum(sums, "opening", statement.openingMinor(), currency, plain);
            sum(sums, "lines", statement.linesMinor(), currency, plain);
            sum(sums, "recovered", -statement.recoveredMinor(), currency, plain);
            sum(sums, "paid", -statement.paidMinor(), currency, plain);
            sum(sums, "closing", statement.closingMinor(), currency, bold);
            if (statement.owedBackMinor() > 0) {
                sum(sums, "owed", statement.owedBackMinor(), currency, plain);
            }
            document.add(sums);
            drawLines(document, lines, currency);
        }
    }

    private void drawLines(Document document, Lines lines, Currency currency) {
        PdfPTable table = table(1, 3, 10, 4);
        for (String column : List.of("col_no", "col_date", "col_what", "col_amount")) {
            PdfPCell cell = new PdfPCell(new Phrase(texts.getString(column), bold));
            cell.setBackgroundColor(new Color(HEADER_GREY, HEADER_GREY, HEADER_GREY));
            cell.setHorizontalAlignment(column.equals("col_amount") ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
            table.addCell(cell);
        }
        table.setHeaderRows(1);
        table.setComplete(false);
        int drawn = 0;
        List<StatementLine> page = lines.after(0);
        while (!page.isEmpty()) {
            for (StatementLine line : page) {
                table.addCell(new Phrase(Integer.toString(line.ordinal()), plain));
                table.addCell(new Phrase(line.invoiceDate() == null ? "" : date(line.invoiceDate()), plain));
                table.addCell(new Phrase(what(line), plain));
                PdfPCell amount = new PdfPCell(new Phrase(money(line.amountMinor(), currency), plain));
                amount.setHorizontalAlignment(Element.ALIGN_RIGHT);
                table.addCell(amount);
                if (++drawn % ROWS_AT_ONCE == 0) {
                    document.add(table);
                }
            }
            page = lines.after(page.getLast().ordinal());
        }
        table.setComplete(true);
        document.add(table);
    }

    private String what(StatementLine line) {
        StringBuilder what = new StringBuilder(texts.getString(line.kind().name()));
        if (line.incomePoint() != null) {
            what.append(" · ").append(line.incomePoint());
        }
        if (line.dealId() != null) {
            what.append(" · ").append(line.dealId());
        } else if (line.reference() != null) {
            what.append(" · ").append(line.reference());
        }
        if (line.zeroReason() != null) {
            what.append(" · ").append(texts.getString("zero")).append(' ').append(line.zeroReason());
        }
        return what.toString();
    }

    private void row(PdfPTable table, String key, String value) {
        table.addCell(plainCell(texts.getString(key), bold, Element.ALIGN_LEFT));
        table.addCell(plainCell(value, plain, Element.ALIGN_LEFT));
    }

    private void sum(PdfPTable table, String key, long minor, Currency currency, Font font) {
        table.addCell(plainCell(texts.getString(key), font, Element.ALIGN_LEFT));
        table.addCell(plainCell(money(minor, currency), font, Element.ALIGN_RIGHT));
    }

    private static PdfPCell plainCell(String text, Font font, int alignment) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setHorizontalAlignment(alignment);
        return cell;
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(BODY);
        return table;
    }

    private String money(long minor, Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        int digits = currency.getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        // The font has no narrow no-break space.
        return format.format(BigDecimal.valueOf(minor, digits)).replace('\u202F', '\u00A0');
    }

    private String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    private String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date)
                .replace('\u202F', '\u00A0');
    }

    private static ResourceBundle texts(String language) {
        String name = "/statement/texts_" + language + ".properties";
        try (var stream = StatementPdf.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new PropertyResourceBundle(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseFont font(String file) {
        String name = "liberation/" + file;
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, stream.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
