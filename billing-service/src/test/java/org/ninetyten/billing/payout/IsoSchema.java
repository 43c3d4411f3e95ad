package org.ninetyten.billing.payout;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;

/** A schema of payment files as ISO 20022 publishes it. */
final class IsoSchema {

    static final IsoSchema CREDIT_TRANSFER = new IsoSchema("pain.001.001.09");
    static final IsoSchema STATUS_REPORT = new IsoSchema("pain.002.001.10");

    private final Schema schema;

    private IsoSchema(String message) {
        URL file = Objects.requireNonNull(IsoSchema.class.getResource("/" + message + ".xsd"), message);
        try {
            schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(file);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the schema has against the file, or nothing. */
    Optional<String> complaint(String xml) {
        Validator validator = schema.newValidator();
        try {
            validator.validate(new StreamSource(new StringReader(xml)));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
