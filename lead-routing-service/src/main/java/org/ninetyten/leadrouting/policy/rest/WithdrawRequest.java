package org.ninetyten.leadrouting.policy.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Why a version is taken back. */
record WithdrawRequest(
        @NotNull @Size(max = 1_000) @Known(Code.LINES) String why) {}
