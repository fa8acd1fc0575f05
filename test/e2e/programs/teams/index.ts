import { AgentTeam, type AgentTeamArgs } from "agent-autoscaling";
import { Config } from "@pulumi/pulumi";

// The teams of the stack's configuration, so that a test changes them between two operations.
const teams = new Config().requireObject<Record<string, AgentTeamArgs>>("teams");

for (const [name, args] of Object.entries(teams)) new AgentTeam(name, args);
