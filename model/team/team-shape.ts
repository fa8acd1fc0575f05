import { AdmissionMode } from "../admission";
import type { GroupShape } from "../arguments";
import {
    DNS_NAME,
    POSITIVE_QUANTITY,
    RESOURCE_NAME,
    boolean,
    choice,
    group,
    integer,
    labelsOf,
    listOf,
    mapOf,
    text,
    textOf,
} from "../arguments";
import { PLATFORM_SHAPE, POOL_SHAPE } from "../pool";
import { NetworkIsolation, NetworkProtocol, PodSecurity, PreemptionPolicy } from "./choices";
import { CIDR, QUOTA_AMOUNT, QUOTA_NAME } from "./team-syntax";

/** What the team says once for all of its pools. */
const OF_THE_TEAM = ["namespace", "platform"];

/** The form of `AgentPoolArgs`: that of a pool without its place. */
const TEAM_POOL: GroupShape = {
    ...POOL_SHAPE,
    members: Object.fromEntries(
        Object.entries(POOL_SHAPE.members).filter(([member]) => !OF_THE_TEAM.includes(member)),
    ),
    required: POOL_SHAPE.required.filter((member) => !OF_THE_TEAM.includes(member)),
};

const amounts = mapOf(textOf(POSITIVE_QUANTITY), RESOURCE_NAME, true);
const port = integer(1, 65_535);
const members = group({ groups: listOf(text, true), users: listOf(text, true) });

/** Below it cluster-autoscaler adds no node for a pod (`--expendable-pods-priority-cutoff`). */
const LOWEST_PRIORITY = -10;
/** The most that a class of one's own may have (pkg/apis/scheduling HighestUserDefinablePriority). */
const HIGHEST_PRIORITY = 1_000_000_000;

/** The form of `AgentTeamArgs`; a test holds it equal to the package's schema. */
export const TEAM_SHAPE: GroupShape = group(
    {
        namespace: textOf(DNS_NAME),
        pools: mapOf(TEAM_POOL, DNS_NAME, true),
        platform: PLATFORM_SHAPE,
        quota: group({
            hard: mapOf(textOf(QUOTA_AMOUNT), QUOTA_NAME, true),
            headroomPercent: integer(0, 1_000),
            spareObjects: integer(0, 10_000),
            bestEffortPods: integer(0),
            byPriority: boolean,
        }),
        limitRange: group({
            defaultRequest: amounts,
            defaultLimit: amounts,
            max: amounts,
            maxClaimStorage: textOf(POSITIVE_QUANTITY),
        }),
        priorities: mapOf(
            group(
                {
                    value: integer(LOWEST_PRIORITY, HIGHEST_PRIORITY),
                    preemption: choice(PreemptionPolicy),
                    description: text,
                },
                { required: ["value"] },
            ),
            DNS_NAME,
            true,
        ),
        network: group({
            isolation: choice(NetworkIsolation),
            egressPorts: listOf(port),
            egress: listOf(
                group(
                    {
                        cidr: textOf(CIDR),
                        namespace: textOf(DNS_NAME),
                        ports: listOf(port, true),
                        protocol: choice(NetworkProtocol),
                    },
                    { required: ["ports"], exactlyOne: [["cidr", "namespace"]] },
                ),
            ),
            egressToTriggers: boolean,
            ingressNamespaces: listOf(textOf(DNS_NAME)),
            kedaNamespace: textOf(DNS_NAME),
        }),
        access: group({ viewers: members, editors: members }),
        budget: group(
            { usdPerMonth: { kind: "number", min: 0, max: 1_000_000_000 } },
            { required: ["usdPerMonth"] },
        ),
        admission: group(
            { mode: choice(AdmissionMode), ceiling: integer(1), exemptUsers: listOf(text) },
            { required: ["mode"] },
        ),
        podSecurity: choice(PodSecurity),
        labels: labelsOf(),
    },
    { required: ["pools"] },
);
