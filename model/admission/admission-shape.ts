import type { GroupShape } from "../arguments";
import {
    DNS_NAME,
    OBJECT_NAME,
    boolean,
    choice,
    group,
    inputOf,
    integer,
    labelsOf,
    listOf,
    text,
    textOf,
} from "../arguments";
import { AdmissionMode, BoundedKind } from "./choices";

/** The form of `AutoscalingAdmissionArgs`. */
export const ADMISSION_SHAPE: GroupShape = group(
    {
        mode: choice(AdmissionMode),
        namespaces: listOf(inputOf(DNS_NAME), true),
        ceiling: integer(1),
        pools: listOf(
            group(
                {
                    name: textOf(OBJECT_NAME),
                    kind: choice(BoundedKind),
                    maxReplicas: integer(1),
                    minReplicas: integer(0),
                },
                { required: ["name", "maxReplicas"] },
            ),
        ),
        requestsRequired: boolean,
        exemptUsers: listOf(text),
        labels: labelsOf(),
    },
    { required: ["mode", "namespaces"] },
);
