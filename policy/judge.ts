import type { PolicyResource } from "@pulumi/policy";
import type { Finding } from "../model/findings";
import { dayOf } from "../model/findings";
import { readFleet } from "../model/fleet";
import type { Rule } from "../model/rules";
import { RULES, check } from "../model/rules";
import type { Settings } from "../model/settings";
import { byCluster } from "./by-cluster";
import { declaredResources } from "./declared-resources";

/** What the rules find in a stack, cluster by cluster, without what is exempt. */
export function judge(
    resources: readonly PolicyResource[],
    { guardrails, platform }: Settings,
    rules: readonly Rule[] = RULES,
): Finding[] {
    const today = dayOf(new Date());
    return byCluster(resources)
        .flatMap((cluster) =>
            check(readFleet(declaredResources(cluster), platform), rules, { today, guardrails }),
        )
        .filter(({ exemption }) => exemption === undefined);
}
