import type { Leaf } from "../declared";
import { joinedText, jsonText } from "../declared";

/** The one service account that may have the role. */
export interface Trusted {
    readonly namespace: string;
    readonly serviceAccount: string;
}

/**
 * Trusts EKS Pod Identity, for that service account in that cluster alone: by the tags of the session that EKS adds, for
 * which it needs `sts:TagSession` (EKS user guide, pod-id-role).
 */
export function podIdentityTrust(
    { namespace, serviceAccount }: Trusted,
    clusterName: Leaf<string>,
    clusterArn: Leaf<string> | undefined,
): Leaf<string> {
    return jsonText({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "pods.eks.amazonaws.com" },
                Action: ["sts:AssumeRole", "sts:TagSession"],
                Condition: {
                    StringEquals: {
                        "aws:RequestTag/kubernetes-namespace": namespace,
                        "aws:RequestTag/kubernetes-service-account": serviceAccount,
                        "aws:RequestTag/eks-cluster-name": clusterName,
                        ...(clusterArn === undefined ? {} : { "aws:RequestTag/eks-cluster-arn": clusterArn }),
                    },
                },
            },
        ],
    });
}

/** Trusts the tokens of a cluster's OIDC provider, for that service account alone; the issuer is part of the keys, so this is text. */
export function irsaTrust(
    { namespace, serviceAccount }: Trusted,
    providerArn: Leaf<string>,
    issuer: Leaf<string>,
): Leaf<string> {
    return joinedText(
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"',
        providerArn,
        '"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"',
        issuer,
        ':aud":"sts.amazonaws.com","',
        issuer,
        `:sub":"system:serviceaccount:${namespace}:${serviceAccount}"}}}]}`,
    );
}
