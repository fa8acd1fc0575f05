import type { GroupShape } from "../arguments";
import { DNS_NAME, OBJECT_NAME, choice, group, input, inputOf, listOf, textOf } from "../arguments";
import { GkeIdentityMode } from "./choices";
import { ACCOUNT_ID, PROJECT_NUMBER } from "./google-names";

/** The form of `GkeKedaIdentityArgs`. */
export const GKE_KEDA_IDENTITY_SHAPE: GroupShape = group(
    {
        mode: choice(GkeIdentityMode),
        project: input,
        projectNumber: inputOf(PROJECT_NUMBER),
        namespace: textOf(DNS_NAME),
        serviceAccountName: textOf(OBJECT_NAME),
        accountId: textOf(ACCOUNT_ID),
        buckets: listOf(input, true),
    },
    { required: ["project"] },
);
