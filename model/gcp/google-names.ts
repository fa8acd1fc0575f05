import type { Shape, Syntax } from "../arguments";
import { mapOf } from "../arguments";

const LONGEST_LABEL = 63;

/** The account part of a Google service account's address (google_service_account: 6 to 30 characters). */
export const ACCOUNT_ID: Syntax = {
    name: "the id of a service account",
    accepts: (text) => /^[a-z][-a-z0-9]{4,28}[a-z0-9]$/.test(text),
    fix: "use 6 to 30 lower-case letters, digits and dashes, a letter in front and no dash at the end",
};

/** The longest id of a custom role. */
export const LONGEST_ROLE_ID = 64;

/** The id of a custom role (IAM API, projects.roles.create: 3 to 64 characters). */
export const ROLE_ID: Syntax = {
    name: "the id of a role",
    accepts: (text) => text.length <= LONGEST_ROLE_ID && /^[A-Za-z0-9_.]{3,}$/.test(text),
    fix: `use 3 to ${LONGEST_ROLE_ID} letters, digits, underscores and dots`,
};

/** The number of a project, as workload identity has it. */
export const PROJECT_NUMBER: Syntax = {
    name: "the number of a project",
    accepts: (text) => /^[1-9]\d{0,19}$/.test(text),
    fix: "use the number, not the id: gcloud projects describe PROJECT shows it",
};

const LABEL_KEY: Syntax = {
    name: "the key of a label in Google Cloud",
    accepts: (text) => text.length <= LONGEST_LABEL && /^\p{Ll}[\p{Ll}\p{Lo}\p{N}_-]*$/u.test(text),
    fix: `use at most ${LONGEST_LABEL} lower-case letters, digits, dashes and underscores, a letter in front`,
};

const LABEL_VALUE: Syntax = {
    name: "the value of a label in Google Cloud",
    accepts: (text) => text.length <= LONGEST_LABEL && /^[\p{Ll}\p{Lo}\p{N}_-]*$/u.test(text),
    fix: `use at most ${LONGEST_LABEL} lower-case letters, digits, dashes and underscores`,
};

/** The form of labels of resources in Google Cloud (Resource Manager, requirements for labels). */
export const RESOURCE_LABELS: Shape = mapOf(
    { kind: "text", syntax: LABEL_VALUE, mayBeEmpty: true },
    LABEL_KEY,
);

/** The longest name of a node pool; GKE's API refuses what `[a-z]([-a-z0-9]{0,38}[a-z0-9])?` does not match. */
export const LONGEST_POOL_NAME = 40;

/** The start of the name of a node pool. */
export const POOL_NAME: Syntax = {
    name: "a name of a node pool of GKE",
    accepts: (text) => text.length <= LONGEST_POOL_NAME && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text),
    fix: "use lower-case letters, digits and dashes, a letter in front and no dash at the end",
};
