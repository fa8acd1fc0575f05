/** The benchmarks behind what the documents claim; ratios are of runs in turn on one machine. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const POOLS = 1000;
const ROUNDS = 3;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const seconds = async (work) => {
    const start = process.hrtime.bigint();
    const result = await work();
    return { result, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
};
const show = (value, digits = 2) => value.toFixed(digits);

await model();
await offline();

/** resolve + manifests + readFleet + check + explain, the first round without a warm-up. */
async function model() {
    const { check, explain, manifests, readFleet, resolve } = require("agent-autoscaling/model");
    const { poolArgs } = require("./pool-args.cjs");
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
        const { seconds: taken } = await seconds(() => {
            const declared = Array.from({ length: POOLS }, (_, index) =>
                manifests(resolve(`pool-${index}`, poolArgs(index)).pool),
            ).flat();
            const fleet = readFleet(declared);
            return [check(fleet), explain(fleet)];
        });
        rounds.push(taken);
    }
    console.log(`model, ${POOLS} pools: first ${show(rounds[0])} s, median ${show(median(rounds))} s`);
}

/** The program of pools against the same children by the SDK alone, both by the offline runner, in turn. */
async function offline() {
    process.env.BENCHMARK_POOLS = String(POOLS);
    const runs = { pools: [], raw: [] };
    for (let round = 0; round < ROUNDS; round++) {
        for (const name of ["raw", "pools"]) runs[name].push(await runProgram(name));
    }
    for (const [name, taken] of Object.entries(runs)) {
        const [s, m, n] = ["seconds", "mebibytes", "resources"].map((key) =>
            median(taken.map((run) => run[key])),
        );
        console.log(`${name}, ${n} resources offline: median ${show(s)} s, ${show(m, 0)} MiB`);
    }
    const ratios = (key) => runs.pools.map((run, round) => run[key] / runs.raw[round][key]);
    console.log(
        `pools / raw: time ${show(median(ratios("seconds")))}, memory ${show(median(ratios("mebibytes")))}`,
    );
}

async function runProgram(name) {
    const { readProject, runOffline } = require("../dist/cli/offline/index.js");
    const project = readProject(fileURLToPath(new URL(`programs/${name}`, import.meta.url)));
    const { result, seconds: taken } = await seconds(() => runOffline({ project }));
    if (result.failure !== undefined) throw new Error(result.failure.message);
    const printed = result.logs.map(({ message }) => message).join("\n");
    const peak = Number(/peak (\d+)/.exec(printed)?.[1]);
    return { seconds: taken, mebibytes: peak / 1024, resources: result.registrations.length };
}
