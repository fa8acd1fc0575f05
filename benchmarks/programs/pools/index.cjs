"use strict";
const { AutoscaledAgentPool } = require("agent-autoscaling");
const { poolArgs } = require("../../pool-args.cjs");
const { reportMemory } = require("../report-memory.cjs");

reportMemory();
const count = Number(process.env.BENCHMARK_POOLS);
for (let index = 0; index < count; index++) new AutoscaledAgentPool(`pool-${index}`, poolArgs(index));
