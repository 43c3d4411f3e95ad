package org.ninetyten.academy.credential;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Credentials implements PanacheRepositoryBase<Credential, UUID> {}
