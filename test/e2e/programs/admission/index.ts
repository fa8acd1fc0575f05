import {
    AutoscaledAgentPool,
    AutoscalingAdmission,
    type AutoscaledAgentPoolArgs,
    type AutoscalingAdmissionArgs,
} from "agent-autoscaling";
import { Config } from "@pulumi/pulumi";

// Both from the stack's configuration, so that a test changes them between two operations.
const config = new Config();
const bounds = config.requireObject<Record<string, AutoscalingAdmissionArgs>>("bounds");
const pools = config.requireObject<Record<string, AutoscaledAgentPoolArgs>>("pools");

const dependsOn = Object.entries(bounds).map(([name, args]) => new AutoscalingAdmission(name, args));
for (const [name, args] of Object.entries(pools)) new AutoscaledAgentPool(name, args, { dependsOn });
