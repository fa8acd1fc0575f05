import { AutoscaledAgentPool, type AutoscaledAgentPoolArgs } from "agent-autoscaling";
import { Config } from "@pulumi/pulumi";

// The pools of the stack's configuration, so that a test changes them between two operations.
const pools = new Config().requireObject<Record<string, AutoscaledAgentPoolArgs>>("pools");

for (const [name, args] of Object.entries(pools)) new AutoscaledAgentPool(name, args);
