import type { AgentPoolArgs, PlatformArgs, TeamPriorityArgs } from "agent-autoscaling";
import { AdmissionMode, AgentTeam, ClusterProvider, PreemptionPolicy } from "agent-autoscaling";

/** What a team asks for; everything else is the same for all teams. */
export interface Onboarding {
    readonly pools: Record<string, AgentPoolArgs>;
    /** US dollars a month for all of the team's pools at their ceilings. */
    readonly usdPerMonth: number;
    /** The group of the identity provider whose members look after the pools. */
    readonly group: string;
}

const platform: PlatformArgs = {
    provider: ClusterProvider.Eks,
    kubernetesVersion: "1.36",
    kedaVersion: "2.20",
    region: "eu-west-1",
    metricsServer: true,
};

/** Background work waits for room; what people wait for takes it. */
const priorities: Record<string, TeamPriorityArgs> = {
    online: { value: 1000, preemption: PreemptionPolicy.PreemptLowerPriority },
    batch: { value: 100, preemption: PreemptionPolicy.Never },
};

/** Takes a team on: nobody writes a quota, since the pools say what it must hold. */
export function onboard(name: string, { pools, usdPerMonth, group }: Onboarding): AgentTeam {
    return new AgentTeam(name, {
        pools,
        platform,
        priorities,
        budget: { usdPerMonth },
        quota: { headroomPercent: 10, bestEffortPods: 0 },
        access: { viewers: { groups: ["engineering"] }, editors: { groups: [group] } },
        admission: { mode: AdmissionMode.Warn },
        labels: { "cost-center": name },
    });
}
