import {
    AutoscaledAgentPool,
    ScheduledScaler,
    type AutoscaledAgentPoolArgs,
    type ScheduledScalerArgs,
} from "agent-autoscaling";
import { Config } from "@pulumi/pulumi";

// Both from the stack's configuration, so that a test changes them between two operations.
const config = new Config();
const pools = config.requireObject<Record<string, AutoscaledAgentPoolArgs>>("pools");
const scalers = config.requireObject<Record<string, ScheduledScalerArgs>>("scalers");

for (const [name, args] of Object.entries(pools)) new AutoscaledAgentPool(name, args);
for (const [name, args] of Object.entries(scalers)) new ScheduledScaler(name, args);
