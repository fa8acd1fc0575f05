import { checkShape, plainCopy, problem, quote } from "../arguments";
import type { Declared, Leaf } from "../declared";
import { declareCloud, joinedText, outputOf, withUnknowns } from "../declared";
import type { Finding } from "../findings";
import { GkeIdentityMode } from "./choices";
import type { GkeKedaIdentityArgs } from "./gke-keda-identity-args";
import { GKE_KEDA_IDENTITY_SHAPE } from "./gke-keda-identity-shape";
import { ACCOUNT_ID, LONGEST_ROLE_ID, PROJECT_NUMBER, ROLE_ID } from "./google-names";

/** Pulumi's type token of the component. */
export const GKE_KEDA_IDENTITY_TYPE = "agent-autoscaling:index:GkeKedaIdentity";

/**
 * KEDA 2.20.2 reads Pub/Sub, Cloud Tasks, Cloud Monitoring and Managed Prometheus through Cloud Monitoring
 * (pkg/scalers/gcp_pubsub_scaler.go, gcp_cloud_tasks_scaler.go), and lists the objects of a bucket (gcp_storage_scaler.go).
 */
const MONITORING_ROLE = "roles/monitoring.viewer";
/**
 * No predefined role lists objects alone: storage.objectViewer also reads what is in them, and storage.legacyBucketReader,
 * which is for buckets and not for projects, the bucket's own settings (Cloud Storage, IAM roles).
 */
const LIST_PERMISSION = "storage.objects.list";
const ACT_AS_ROLE = "roles/iam.workloadIdentityUser";

/** An identity for KEDA, or the reasons why there is none. */
export interface GkeKedaIdentityResolution {
    /** The Google service account where one is made, who may act for it, the role that lists objects, and each grant. */
    readonly declared: readonly Declared[];
    readonly findings: readonly Finding[];
}

/** The arguments with what is known only after apply as leaves. */
interface Read extends Omit<GkeKedaIdentityArgs, "project" | "projectNumber" | "buckets"> {
    readonly project: Leaf<string>;
    readonly projectNumber?: Leaf<string>;
    readonly buckets?: readonly Leaf<string>[];
}

/**
 * Decides as whom KEDA reads queues and metrics, and what it may read.
 *
 * @example resolveGkeKedaIdentity("keda", { project: "acme-agents", projectNumber: "123456789012" })
 */
export function resolveGkeKedaIdentity(name: string, args: GkeKedaIdentityArgs): GkeKedaIdentityResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, GKE_KEDA_IDENTITY_SHAPE)];
    if (shape.length > 0) return { declared: [], findings: shape };
    const findings = identityProblems(name, copy as GkeKedaIdentityArgs);
    if (findings.length > 0) return { declared: [], findings };
    const read = withUnknowns(copy, []) as Read;
    const account = read.mode === GkeIdentityMode.ServiceAccount;
    const member = account ? joinedText("serviceAccount:", outputOf("account", "email")) : principal(read);
    return {
        declared: [
            ...(account ? serviceAccount(name, read) : []),
            projectRole(name, "monitoring", read.project, MONITORING_ROLE, member),
            ...bucketRoles(name, read, member),
        ],
        findings,
    };
}

function identityProblems(name: unknown, args: GkeKedaIdentityArgs): Finding[] {
    return [...accountProblems(name, args), ...roleProblems(name, args)];
}

/** The id of the role that lists objects is made from the component's name; ids of roles have no dashes. */
function bucketRoleId(name: string): string {
    return `${name.replaceAll("-", "_")}_storage`;
}

function roleProblems(name: unknown, { buckets }: GkeKedaIdentityArgs): Finding[] {
    if (buckets === undefined || (typeof name === "string" && ROLE_ID.accepts(bucketRoleId(name)))) return [];
    return [
        problem(
            ["name"],
            `is ${quote(String(name))}, of which ${ROLE_ID.name} for buckets cannot be made`,
            `use at most ${LONGEST_ROLE_ID - bucketRoleId("").length} letters, digits, dashes, dots and underscores`,
        ),
    ];
}

function accountProblems(name: unknown, args: GkeKedaIdentityArgs): Finding[] {
    const { mode = GkeIdentityMode.Principal, projectNumber, accountId } = args;
    if (mode === GkeIdentityMode.Principal) {
        return [
            ...(projectNumber === undefined
                ? [
                      problem(
                          ["projectNumber"],
                          "is missing, and a principal is named by it",
                          PROJECT_NUMBER.fix,
                      ),
                  ]
                : []),
            ...(accountId === undefined
                ? []
                : [
                      problem(
                          ["accountId"],
                          "has no effect: a principal has no Google service account",
                          "remove it, or use the mode ServiceAccount",
                      ),
                  ]),
        ];
    }
    if (accountId !== undefined || (typeof name === "string" && ACCOUNT_ID.accepts(name))) return [];
    return [
        problem(
            ["accountId"],
            `is missing, and the component's name ${quote(String(name))} is not ${ACCOUNT_ID.name}`,
            ACCOUNT_ID.fix,
        ),
    ];
}

/** KEDA's operator itself, as workload identity names it. */
function principal({ project, projectNumber = "", ...args }: Read): Leaf<string> {
    const { namespace, serviceAccountName } = operator(args);
    return joinedText(
        "principal://iam.googleapis.com/projects/",
        projectNumber,
        "/locations/global/workloadIdentityPools/",
        project,
        `.svc.id.goog/subject/ns/${namespace}/sa/${serviceAccountName}`,
    );
}

function operator({ namespace = "keda", serviceAccountName = "keda-operator" }: Partial<Read>): {
    namespace: string;
    serviceAccountName: string;
} {
    return { namespace, serviceAccountName };
}

/** A Google service account, for which KEDA's operator may act. */
function serviceAccount(name: string, { project, accountId = name, ...args }: Read): Declared[] {
    const { namespace, serviceAccountName } = operator(args);
    return [
        declareCloud(
            "gcp:serviceaccount/account:Account",
            "account",
            `${name}-account`,
            { project, accountId, displayName: "KEDA's operator" },
            [[["accountId"], "accountId"]],
        ),
        declareCloud(
            "gcp:serviceaccount/iAMMember:IAMMember",
            "act-as",
            `${name}-act-as`,
            {
                serviceAccountId: outputOf("account", "name"),
                role: ACT_AS_ROLE,
                member: joinedText(
                    "serviceAccount:",
                    project,
                    `.svc.id.goog[${namespace}/${serviceAccountName}]`,
                ),
            },
            [],
        ),
    ];
}

/** A role that lists objects, and its grant in each bucket; without buckets there is none of either. */
function bucketRoles(name: string, { project, buckets = [] }: Read, member: Leaf<string>): Declared[] {
    if (buckets.length === 0) return [];
    return [
        declareCloud(
            "gcp:projects/iAMCustomRole:IAMCustomRole",
            "storage-role",
            `${name}-storage-role`,
            {
                project,
                roleId: bucketRoleId(name),
                title: `Count objects for KEDA: ${name}`,
                permissions: [LIST_PERMISSION],
            },
            [[["project"], "project"]],
        ),
        ...buckets.map((bucket, index) =>
            projectRole(
                name,
                `storage-${index}`,
                project,
                outputOf("storage-role", "name"),
                member,
                onlyIn(bucket, index),
            ),
        ),
    ];
}

function projectRole(
    name: string,
    role: string,
    project: Leaf<string>,
    granted: Leaf<string>,
    member: Leaf<string>,
    condition?: Readonly<Record<string, unknown>>,
): Declared {
    return declareCloud(
        "gcp:projects/iAMMember:IAMMember",
        role,
        `${name}-${role}`,
        { project, role: granted, member, ...(condition === undefined ? {} : { condition }) },
        [[["project"], "project"]],
    );
}

/** A condition by which a role of the project holds in one bucket; it needs uniform bucket-level access. */
function onlyIn(bucket: Leaf<string>, index: number): Record<string, unknown> {
    return {
        title: `bucket-${index}`,
        expression: joinedText(
            'resource.name == "projects/_/buckets/',
            bucket,
            '" || resource.name.startsWith("projects/_/buckets/',
            bucket,
            '/objects/")',
        ),
    };
}
