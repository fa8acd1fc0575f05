import { checkShape, plainCopy, problem } from "../arguments";
import type { Declared, Leaf } from "../declared";
import { declareCloud, jsonText, outputOf, withUnknowns, withoutPrefix } from "../declared";
import type { Finding } from "../findings";
import { ROLE_NAME, componentNameProblems } from "./aws-names";
import { IdentityMode } from "./choices";
import type { EksKedaIdentityArgs } from "./eks-keda-identity-args";
import { EKS_KEDA_IDENTITY_SHAPE } from "./eks-keda-identity-shape";
import type { KedaSources, Statement } from "./keda-source-policy";
import { sourceStatements } from "./keda-source-policy";
import { irsaTrust, podIdentityTrust } from "./keda-trust";

/** Pulumi's type token of the component. */
export const EKS_KEDA_IDENTITY_TYPE = "agent-autoscaling:index:EksKedaIdentity";

/** The annotation by which a service account gets a role with IRSA (EKS user guide, associate-service-account-role). */
export const ROLE_ANNOTATION = "eks.amazonaws.com/role-arn";

const OIDC = ["oidcProviderArn", "oidcProviderUrl"] as const;

/** An identity, or the reasons why there is none. */
export interface EksKedaIdentityResolution {
    /** The role, its policy and, with Pod Identity, the association. */
    readonly declared: readonly Declared[];
    readonly findings: readonly Finding[];
}

/** The arguments as they were read: identities may be known only later. */
interface Read {
    readonly clusterName: Leaf<string>;
    readonly clusterArn?: Leaf<string>;
    readonly mode: IdentityMode;
    readonly oidcProviderArn?: Leaf<string>;
    readonly oidcProviderUrl?: Leaf<string>;
    readonly namespace: string;
    readonly serviceAccount: string;
    readonly sources: KedaSources;
    readonly tags: Readonly<Record<string, string>>;
}

/**
 * Decides the role of KEDA's operator: who gets it, and what it may read.
 *
 * @example resolveEksKedaIdentity("keda", { clusterName: "agents", sources: { sqsQueueArns: [queue.arn] } })
 */
export function resolveEksKedaIdentity(name: string, args: EksKedaIdentityArgs): EksKedaIdentityResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, EKS_KEDA_IDENTITY_SHAPE)];
    if (shape.length > 0) return { declared: [], findings: shape };
    const read: Read = {
        mode: IdentityMode.PodIdentity,
        namespace: "keda",
        serviceAccount: "keda-operator",
        tags: {},
        ...(withUnknowns(copy, []) as Partial<Read> & Pick<Read, "clusterName" | "sources">),
    };
    const statements = sourceStatements(read.sources);
    const findings = [...componentNameProblems(name, ROLE_NAME, "-role"), ...problems(read, statements)];
    return findings.length > 0
        ? { declared: [], findings }
        : { declared: identity(name, read, statements), findings };
}

function problems(read: Read, statements: readonly Statement[]): Finding[] {
    const isIrsa = read.mode === IdentityMode.Irsa;
    const unlike = OIDC.filter((member) => (read[member] === undefined) === isIrsa);
    return [
        ...unlike.map((member) =>
            isIrsa
                ? problem([member], "is missing, and IRSA trusts the cluster by it", `give ${member}`)
                : problem([member], "has no effect with Pod Identity", "remove it, or set mode to Irsa"),
        ),
        ...(isIrsa && read.clusterArn !== undefined
            ? [
                  problem(
                      ["clusterArn"],
                      "has no effect with IRSA, whose provider is the cluster's own",
                      "remove it",
                  ),
              ]
            : []),
        ...(statements.length === 0
            ? [
                  problem(
                      ["sources"],
                      "names nothing that KEDA may read",
                      "give what the triggers read, for example sqsQueueArns",
                  ),
              ]
            : []),
    ];
}

function identity(name: string, read: Read, statements: readonly Statement[]): Declared[] {
    const { clusterName, namespace, serviceAccount, tags } = read;
    return [
        declareCloud(
            "aws:iam/role:Role",
            "role",
            `${name}-role`,
            {
                description: `KEDA's operator: ${namespace}/${serviceAccount}`,
                assumeRolePolicy: trust(read),
                tags,
            },
            [],
        ),
        declareCloud(
            "aws:iam/rolePolicy:RolePolicy",
            "policy",
            `${name}-policy`,
            {
                role: outputOf("role", "name"),
                policy: jsonText({ Version: "2012-10-17", Statement: statements }),
            },
            [[["policy"], "sources"]],
        ),
        ...(read.mode === IdentityMode.Irsa
            ? []
            : [
                  declareCloud(
                      "aws:eks/podIdentityAssociation:PodIdentityAssociation",
                      "association",
                      `${name}-association`,
                      { clusterName, namespace, serviceAccount, roleArn: outputOf("role", "arn"), tags },
                      [],
                  ),
              ]),
    ];
}

function trust(read: Read): Leaf<string> {
    const { mode, clusterName, clusterArn, oidcProviderArn = "", oidcProviderUrl = "" } = read;
    return mode === IdentityMode.Irsa
        ? irsaTrust(read, oidcProviderArn, withoutPrefix("https://", oidcProviderUrl))
        : podIdentityTrust(read, clusterName, clusterArn);
}
