import { WarmCapacity, type WarmCapacityArgs } from "agent-autoscaling";
import { Config } from "@pulumi/pulumi";

const rooms = new Config().requireObject<Record<string, WarmCapacityArgs>>("rooms");

for (const [name, args] of Object.entries(rooms)) new WarmCapacity(name, args);
